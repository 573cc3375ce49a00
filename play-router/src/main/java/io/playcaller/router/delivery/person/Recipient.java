package io.playcaller.router.delivery.person;

import io.playcaller.router.attention.Press;
import org.jspecify.annotations.Nullable;

/**
 * For whom a message is that does not go to a tool as such.
 *
 * @param id a staff id; of a channel, whatever its tool calls it
 * @param press how much it presses the person, by which is decided when they are told; null for a channel, and for a
 *     message that interrupts nobody
 */
public record Recipient(String id, @Nullable Press press) {

    public static Recipient of(Telling telling) {
        return new Recipient(telling.staffId(), telling.press());
    }

    /** Told without a decision. */
    public static Recipient quietly(String id) {
        return new Recipient(id, null);
    }
}
