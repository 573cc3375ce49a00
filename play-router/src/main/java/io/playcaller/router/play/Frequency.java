package io.playcaller.router.play;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How often a play runs on one account.
 *
 * @param cooldownDays days after the end of a run in which none begins, nor while one is open; 0 for none
 * @param atMost runs that begin within {@code withinDays}; 0 for any number
 */
public record Frequency(int cooldownDays, int atMost, int withinDays) {

    public static final Frequency ANY = new Frequency(0, 0, 0);

    public boolean limits() {
        return cooldownDays > 0 || atMost > 0;
    }

    /**
     * Why no run begins now, for people; empty where one may.
     *
     * @param ofPlay runs of the play on the account
     */
    public Optional<String> whyNot(List<PastRun> ofPlay, Instant now) {
        if (cooldownDays > 0 && ofPlay.stream().anyMatch(run -> run.endedAt() == null)) {
            return Optional.of("A run of it is open on the account.");
        }
        Optional<Instant> lastEnd = ofPlay.stream()
                .map(PastRun::endedAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .map(end -> end.plus(Duration.ofDays(cooldownDays)))
                .filter(until -> cooldownDays > 0 && now.isBefore(until));
        if (lastEnd.isPresent()) {
            return Optional.of(
                    "It rests on the account for " + cooldownDays + " days after a run, until " + lastEnd.get() + ".");
        }
        Instant since = now.minus(Duration.ofDays(withinDays));
        long begun =
                ofPlay.stream().filter(run -> run.startedAt().isAfter(since)).count();
        return atMost > 0 && begun >= atMost
                ? Optional.of("It runs on an account at most " + atMost + " times in " + withinDays + " days.")
                : Optional.empty();
    }
}
