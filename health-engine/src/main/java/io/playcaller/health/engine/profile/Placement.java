package io.playcaller.health.engine.profile;

/** Where an account is placed, and why. */
public record Placement(Placed placed, Moment tier, Moment stage) {}
