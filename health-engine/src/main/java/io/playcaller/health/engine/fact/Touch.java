package io.playcaller.health.engine.fact;

/** One of ours was in touch. */
public record Touch(long at, int tie) implements Mark {}
