package io.playcaller.health.engine.score;

import io.playcaller.contracts.health.HealthChanged;
import org.jspecify.annotations.Nullable;

/**
 * What is announced of an account's health, and what is kept of it until the next time.
 *
 * @param change null where people would read nothing new
 */
public record Saying(@Nullable HealthChanged change, Said said) {}
