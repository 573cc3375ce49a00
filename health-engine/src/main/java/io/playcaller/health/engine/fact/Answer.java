package io.playcaller.health.engine.fact;

/** An answer to a survey. */
public record Answer(long at, int tie, int score) implements Mark {}
