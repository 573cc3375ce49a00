package io.playcaller.router.digital;

import java.util.Objects;

/**
 * What a digital step of a play says, and what becomes of it where the gate refuses.
 *
 * @param waits whether it is asked for again where it is refused; else the person is left out, but for the night, which ends
 * @param days how long after its step began it may still be sent
 */
public record DigitalMessage(MessageTemplate template, ChannelKind channel, boolean waits, int days) {

    public DigitalMessage {
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(channel, "channel");
    }
}
