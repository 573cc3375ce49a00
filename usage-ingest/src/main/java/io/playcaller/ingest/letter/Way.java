package io.playcaller.ingest.letter;

import io.playcaller.contracts.Topic;
import io.playcaller.contracts.deadletter.DeadLetter;
import java.util.Map;

/** How a letter is replayed, if it is. */
public sealed interface Way {

    /** Through the door's acceptance, as the event that it is. */
    record ThroughTheDoor(String source) implements Way {}

    /** By writing its record to the same partition of its topic again, as it stands there. */
    record Again(String topic, int partition, long offset) implements Way {}

    /** Not at all. */
    record None(String why) implements Way {}

    /**
     * What came through a door goes through it again. What another service could not use stands in its topic still:
     *
     * <ul>
     *   <li>On {@code customer-events} it stays the only copy. A rebuild reads it; a second copy would be counted twice.
     *   <li>On a compacted topic a copy of an old version could become the newest record of its key.
     *   <li>A record of the register that was refused is out of date as soon as its writer has put a better one.
     *   <li>A signal is written again: its readers know it by episode and transition, and ignore what they have.
     * </ul>
     *
     * @param signals the name of the topic signals on the broker
     */
    static Way of(DeadLetter letter, String signals) {
        return switch (letter.place()) {
            case HTTP, KAFKA -> {
                String source = letter.source();
                yield source == null ? new None("it does not say who sent it") : new ThroughTheDoor(source);
            }
            case REGISTER ->
                new None(
                        "a record of the register is whole: replayed, it would take back what was written since; put it,"
                                + " mended, to its path again");
            case HEALTH ->
                new None(
                        "its fact stands in %s, where a rebuild of health-service reads it; a second copy would count twice"
                                .formatted(Topic.CUSTOMER_EVENTS.baseName()));
            case ROUTER, FORECAST -> ofReader(letter.attributes(), signals);
            case UNKNOWN -> new None("it is of a service that this version does not know");
        };
    }

    /** Whether it can be replayed at all. */
    default boolean leads() {
        return !(this instanceof None);
    }

    private static Way ofReader(Map<String, String> attributes, String signals) {
        String topic = attributes.get(DeadLetter.TOPIC);
        if (topic == null) {
            return new None("it does not say which topic its record is from");
        }
        if (!topic.equals(signals)) {
            return new None("%s is compacted: a copy of an old version could hide a newer one; store the record anew"
                    .formatted(topic));
        }
        try {
            return new Again(
                    topic,
                    Integer.parseInt(attributes.getOrDefault(DeadLetter.PARTITION, "")),
                    Long.parseLong(attributes.getOrDefault(DeadLetter.OFFSET, "")));
        } catch (NumberFormatException e) {
            return new None("it does not say where in %s its record stands".formatted(topic));
        }
    }
}
