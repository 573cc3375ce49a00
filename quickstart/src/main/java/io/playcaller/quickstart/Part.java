package io.playcaller.quickstart;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that runs, as the supervisor sees it.
 *
 * @param pid 0 while it has no process of its own
 * @param since when it came into this state
 * @param seconds how long its start took; 0 until it is ready
 * @param restarts how often it died and was started again since the quickstart is up
 * @param word what people should know of it, such as how it died; null when there is nothing
 */
public record Part(
        String name,
        String address,
        PartState state,
        long pid,
        Instant since,
        double seconds,
        int restarts,
        @Nullable String word) {

    static Part waiting(String name, String address, Instant now) {
        return new Part(name, address, PartState.WAITING, 0, now, 0, 0, null);
    }

    Part starting(long newPid, Instant now) {
        return new Part(name, address, PartState.STARTING, newPid, now, 0, restarts, word);
    }

    Part ready(double took, Instant now) {
        return new Part(name, address, PartState.READY, pid, now, took, restarts, null);
    }

    Part dead(String why, Instant now) {
        return new Part(name, address, PartState.DEAD, 0, now, 0, restarts + 1, why);
    }

    /** The line of {@link #word()} that stands for the whole; null when there is nothing to say. */
    public @Nullable String headline() {
        return word == null ? null : word.lines().findFirst().orElse("");
    }

    Part stopped(Instant now) {
        return new Part(name, address, PartState.STOPPED, 0, now, 0, restarts, word);
    }
}
