package io.playcaller.contracts.fact;

import org.jspecify.annotations.Nullable;

/**
 * An account used the product.
 *
 * @param event the name of the event, as the product's backend calls it
 * @param feature the feature that it belongs to; null when the event names none
 * @param personId pseudonymous id of the customer's person; null when a machine did it
 * @param quantity how many times; at least 1
 * @param meaningful whether it counts as use; a page view or a heartbeat may not
 */
public record UsageRecorded(
        String accountId,
        String event,
        @Nullable String feature,
        @Nullable String productId,
        @Nullable String personId,
        long quantity,
        boolean meaningful) {}
