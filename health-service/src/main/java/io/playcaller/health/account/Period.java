package io.playcaller.health.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A span of event time; null leaves a side open.
 *
 * @param from included
 * @param to excluded
 */
public record Period(@Nullable Instant from, @Nullable Instant to) {}
