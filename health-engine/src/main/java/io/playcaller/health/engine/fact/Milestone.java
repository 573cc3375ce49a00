package io.playcaller.health.engine.fact;

/**
 * Something that is expected to happen; times in milliseconds.
 *
 * @param dueAt {@link Long#MAX_VALUE} without a date
 * @param reachedAt {@link Long#MAX_VALUE} while it is not reached
 */
public record Milestone(long dueAt, long reachedAt) {}
