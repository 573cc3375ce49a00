package io.playcaller.health.engine.profile;

import io.playcaller.health.engine.model.TierRule;

/** The tier in which an account is, since when and why. */
record Tier(TierRule rule, Moment since) {}
