package io.playcaller.health.engine.fact;

/**
 * A fact was taken back.
 *
 * @param at when that was said, milliseconds
 * @param tie of the fact
 */
public record Retraction(long at, int tie) implements Mark {}
