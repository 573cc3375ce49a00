package io.playcaller.router.silence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said to make no work of, and why. It holds for signals that are routed while it lasts, not for open tasks.
 *
 * @param because why, in their words
 * @param author who said so
 * @param withdrawn null unless somebody took it back
 */
public record Silence(
        UUID silenceId,
        Matchers matchers,
        boolean alsoCritical,
        Instant from,
        Instant until,
        String because,
        String author,
        Instant createdAt,
        @Nullable Withdrawal withdrawn)
        implements Quiet {

    /** The longest that one lasts: what is to last for longer is a rule. */
    public static final Duration LONGEST = Duration.ofDays(90);

    /** That somebody took it back. */
    public record Withdrawal(Instant at, String by) {}

    @Override
    public String name() {
        return "silence/" + silenceId;
    }

    @Override
    public String title() {
        return "The silence of " + author + " (" + because + ")";
    }

    /** Whether it is to come, holds, or is over. */
    public State state(Instant now) {
        if (withdrawn != null) {
            return State.WITHDRAWN;
        }
        if (now.isBefore(from)) {
            return State.TO_COME;
        }
        return now.isBefore(until) ? State.IN_FORCE : State.OVER;
    }

    /** Where it stands in its life. */
    public enum State {
        TO_COME,
        IN_FORCE,
        OVER,
        WITHDRAWN
    }

    @Override
    public Optional<Instant> until(Instant now) {
        return state(now) == State.IN_FORCE ? Optional.of(until) : Optional.empty();
    }
}
