package io.playcaller.forecast.engine.survival;

/**
 * How long one account waited.
 *
 * @param days since its start, not negative
 * @param arrived whether it arrived on that day; else it had not until then, and nothing is known of later
 */
public record Wait(int days, boolean arrived) {

    public Wait {
        if (days < 0) {
            throw new IllegalArgumentException("days is negative: " + days);
        }
    }
}
