package io.playcaller.health.engine.fact;

/**
 * Something that is expected to happen; times in milliseconds.
 *
 * @param dueAt {@link Long#MAX_VALUE} without a date
 * @param reachedAt {@link Long#MAX_VALUE} while it is not reached
 * @param value how well it is reached, or how far: percent; {@link #NO_VALUE} when that was not told
 */
public record Milestone(long dueAt, long reachedAt, int value) {

    public static final int NO_VALUE = -1;

    /**
     * When it was reached, as far as everything up to {@code seen} had happened; {@link Long#MAX_VALUE} before. That it was
     * reached may have been told later.
     */
    public static long reachedAt(History<Milestone> history, long seen) {
        Version<Milestone> told = history.at(seen);
        for (Version<Milestone> version : history.versions()) {
            long reachedAt = version.value().reachedAt();
            if (version.compareTo(told) >= 0 && reachedAt != Long.MAX_VALUE && reachedAt <= seen) {
                return reachedAt;
            }
        }
        return Long.MAX_VALUE;
    }
}
