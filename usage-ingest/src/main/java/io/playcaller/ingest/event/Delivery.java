package io.playcaller.ingest.event;

import io.playcaller.contracts.deadletter.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one request, or one poll of one source, brought.
 *
 * @param source who sent it, by its key
 * @param door what the metrics call it: {@code segment}, {@code cloudevents}, {@code kafka}, {@code replay}, {@code held},
 *     {@code webhook/} and its name
 * @param receivedAt business time; what is live is judged by it
 * @param clockOffset how far business time was ahead of the senders' clocks when it first came
 * @param backfill whether it belongs to an open import
 * @param firstReceivedAt when a dead letter that is replayed, or an event that waited, first came; null for what comes for
 *     the first time
 */
public record Delivery(
        String source,
        Place place,
        String door,
        Instant receivedAt,
        Duration clockOffset,
        boolean backfill,
        @Nullable Instant firstReceivedAt,
        List<Item> items) {

    private static final String WEBHOOK = "webhook/";

    public Delivery {
        items = List.copyOf(items);
    }

    /** What comes for the first time. */
    public Delivery(
            String source,
            Place place,
            String door,
            Instant receivedAt,
            Duration clockOffset,
            boolean backfill,
            List<Item> items) {
        this(source, place, door, receivedAt, clockOffset, backfill, null, items);
    }

    /** The door of a webhook. */
    public static String doorOf(String webhook) {
        return WEBHOOK + webhook;
    }

    /** The name of the webhook that brought it; null when it came through another door. */
    public @Nullable String webhook() {
        return door.startsWith(WEBHOOK) ? door.substring(WEBHOOK.length()) : null;
    }

    /** Whether it came before: it has a letter already, and what it says happened before it first came. */
    public boolean replay() {
        return firstReceivedAt != null;
    }

    /** When it first came: the senders' clocks are put right by it, and what says no time happened then. */
    public Instant cameAt() {
        return firstReceivedAt == null ? receivedAt : firstReceivedAt;
    }
}
