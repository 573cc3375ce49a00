package io.playcaller.router.delivery;

/** An attempt, and what came of it. */
public record Tried(Attempt attempt, Receipt receipt) {}
