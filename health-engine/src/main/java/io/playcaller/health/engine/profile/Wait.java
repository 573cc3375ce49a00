package io.playcaller.health.engine.profile;

/**
 * A milestone that is waited for.
 *
 * @param since milliseconds: since the stage began, or since the milestone before it was reached
 */
record Wait(String milestone, long since) {}
