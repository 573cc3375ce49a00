package io.playcaller.router.delivery;

import java.time.Duration;

/**
 * Leaves a tool alone that is not well. Closed, all may go. After five failures in a row it is open: nothing goes for a
 * pause. Then it is half open: one message goes as a probe; with its failure the pause doubles, with its success it closes.
 *
 * @param failures in a row
 * @param pause of now, or of the last time; zero while it was never open since it was well
 * @param until when the pause ends, since the process began
 */
public record CircuitBreaker(int failures, Duration pause, Duration until) {

    /** For people. */
    public enum State {
        CLOSED,
        OPEN,
        HALF_OPEN
    }

    public static final CircuitBreaker CLOSED = new CircuitBreaker(0, Duration.ZERO, Duration.ZERO);

    static final int FAILURES = 5;
    static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    public State state(Duration now) {
        if (pause.isZero()) {
            return State.CLOSED;
        }
        return now.compareTo(until) < 0 ? State.OPEN : State.HALF_OPEN;
    }

    /** Of {@code wanted} messages as many as may go. */
    public int allows(int wanted, Duration now) {
        return switch (state(now)) {
            case CLOSED -> wanted;
            case OPEN -> 0;
            case HALF_OPEN -> Math.min(1, wanted);
        };
    }

    /** A message got through. */
    public CircuitBreaker succeeded() {
        return CLOSED;
    }

    /** A message did not get through, because of the tool. */
    public CircuitBreaker failed(Duration now) {
        State state = state(now);
        boolean opens = state == State.HALF_OPEN || (state == State.CLOSED && failures + 1 >= FAILURES);
        if (!opens) {
            return new CircuitBreaker(failures + 1, pause, until);
        }
        Duration next = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
        Duration bounded = next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
        return new CircuitBreaker(failures + 1, bounded, now.plus(bounded));
    }
}
