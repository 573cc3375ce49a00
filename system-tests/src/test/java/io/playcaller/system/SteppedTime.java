package io.playcaller.system;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Business time that was moved ahead in steps, and what instant of real time each instant of it was. */
final class SteppedTime {

    private final List<Step> steps = new ArrayList<>();

    /**
     * @param at in real time
     * @param ahead of real time, from then on
     */
    private record Step(Instant at, Duration ahead) {}

    /** Steps are told in their order; each goes ahead. */
    void stepped(Instant at, Duration ahead) {
        steps.add(new Step(at, ahead));
    }

    /** When that instant of business time had come: while time ran, or with the step over it. */
    Instant came(Instant business) {
        Duration ahead = Duration.ZERO;
        for (Step step : steps) {
            if (!business.isAfter(step.at().plus(ahead))) {
                return business.minus(ahead);
            }
            if (!business.isAfter(step.at().plus(step.ahead()))) {
                return step.at();
            }
            ahead = step.ahead();
        }
        return business.minus(ahead);
    }
}
