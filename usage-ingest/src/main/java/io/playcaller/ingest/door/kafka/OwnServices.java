package io.playcaller.ingest.door.kafka;

import io.playcaller.contracts.EventType;
import java.util.Map;
import java.util.Set;

/**
 * What our own services say at the doors over Kafka. Who may write to a topic can write any name into a record, and rules for privacy
 * do not hold for what is ours: so no name is believed but with a type that this service sends.
 */
final class OwnServices {

    private static final Map<String, Set<String>> SAID =
            Map.of("playcaller/play-router", Set.of(EventType.TOUCH_RECORDED.wire()));

    private OwnServices() {}

    /**
     * @param source the attribute {@code source} of a record
     * @param type the attribute {@code type}; empty where it does not say one in its headers
     */
    static boolean say(String source, String type) {
        return SAID.getOrDefault(source, Set.of()).contains(type);
    }
}
