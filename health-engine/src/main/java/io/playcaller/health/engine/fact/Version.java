package io.playcaller.health.engine.fact;

/**
 * One version of a record that replaces the one before.
 *
 * @param order what decides between two: the version of a register record, the event time of any other
 * @param at when it became so, milliseconds
 * @param tie breaks equal order and time
 */
public record Version<R extends Record>(long order, long at, int tie, R value) implements Comparable<Version<?>> {

    @Override
    public int compareTo(Version<?> other) {
        int byOrder = Long.compare(order, other.order);
        if (byOrder != 0) {
            return byOrder;
        }
        int byTime = Long.compare(at, other.at);
        return byTime != 0 ? byTime : Integer.compare(tie, other.tie);
    }
}
