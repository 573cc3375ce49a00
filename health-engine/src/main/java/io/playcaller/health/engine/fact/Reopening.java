package io.playcaller.health.engine.fact;

/**
 * A ticket was opened again. Kept by itself: of a ticket only the newest versions are, and what it was before goes with them.
 *
 * @param ticket its id, as tickets are kept by
 */
public record Reopening(long at, int tie, String ticket) implements Mark {}
