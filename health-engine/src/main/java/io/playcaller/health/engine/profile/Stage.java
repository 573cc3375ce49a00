package io.playcaller.health.engine.profile;

/** @param since milliseconds */
public record Stage(String name, long since) {}
