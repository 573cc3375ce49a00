package io.playcaller.health.engine.fact;

/**
 * What the customer wants to have reached; times in milliseconds.
 *
 * @param dueAt {@link Long#MAX_VALUE} without a date
 * @param achievedAt {@link Long#MAX_VALUE} while it is not achieved
 * @param confirmed whether somebody of the customer says that it is achieved
 */
public record Objective(long dueAt, long achievedAt, boolean confirmed) {

    /**
     * When it was achieved, as far as everything up to {@code seen} had happened; {@link Long#MAX_VALUE} before. That it was
     * may have been told later.
     */
    public static long achievedAt(History<Objective> history, long seen) {
        return achievedAt(history, seen, false);
    }

    /** The same, where somebody of the customer confirmed it. */
    public static long confirmedAt(History<Objective> history, long seen) {
        return achievedAt(history, seen, true);
    }

    private static long achievedAt(History<Objective> history, long seen, boolean confirmed) {
        Version<Objective> told = history.at(seen);
        for (Version<Objective> version : history.versions()) {
            Objective objective = version.value();
            boolean counts = version.compareTo(told) >= 0 && (objective.confirmed || !confirmed);
            if (counts && objective.achievedAt != Long.MAX_VALUE && objective.achievedAt <= seen) {
                return objective.achievedAt;
            }
        }
        return Long.MAX_VALUE;
    }
}
