package io.playcaller.lab.simulate;

import io.playcaller.contracts.health.Grade;
import org.jspecify.annotations.Nullable;

/**
 * Accounts of which a product's grade is another one by the candidate, at the end of the log.
 *
 * @param from by the version in force; null without a grade, as {@code to}
 */
public record ProductMove(
        String productId, @Nullable Grade from, @Nullable Grade to, int accounts) {}
