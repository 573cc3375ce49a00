package io.playcaller.router.digital.app;

import io.playcaller.router.digital.ChannelKind;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The ways to people of customers, by their kind. */
@Singleton
class MessageChannels {

    private final Map<ChannelKind, MessageChannel> byKind = new EnumMap<>(ChannelKind.class);

    MessageChannels(@All List<MessageChannel> all) {
        all.forEach(channel -> byKind.put(channel.kind(), channel));
    }

    MessageChannel of(ChannelKind kind) {
        return Objects.requireNonNull(byKind.get(kind), () -> "nothing sends by " + kind.word());
    }
}
