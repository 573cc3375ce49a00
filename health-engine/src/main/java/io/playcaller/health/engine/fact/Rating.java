package io.playcaller.health.engine.fact;

/** What a person answered to a survey; when, its version says. */
public record Rating(int score) {}
