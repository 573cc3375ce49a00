package io.playcaller.health.engine.fact;

/**
 * Facts after one more.
 *
 * @param from earliest time, in milliseconds, at which the account now stood differently by finished days;
 *     {@link Long#MAX_VALUE} when at none
 * @param visible whether anything that can be measured changed
 */
public record Folded(Facts facts, long from, boolean visible) {

    static Folded unchanged(Facts facts) {
        return new Folded(facts, Long.MAX_VALUE, false);
    }
}
