package io.playcaller.ingest.event;

import io.playcaller.contracts.deadletter.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What one request, or one poll of one source, brought.
 *
 * @param source who sent it, by its key
 * @param door what the metrics call it: {@code segment}, {@code cloudevents}, {@code kafka}
 * @param receivedAt business time
 * @param clockOffset how far business time is ahead of the senders' clocks
 * @param backfill whether it belongs to an open import
 */
public record Delivery(
        String source,
        Place place,
        String door,
        Instant receivedAt,
        Duration clockOffset,
        boolean backfill,
        List<Item> items) {

    public Delivery {
        items = List.copyOf(items);
    }
}
