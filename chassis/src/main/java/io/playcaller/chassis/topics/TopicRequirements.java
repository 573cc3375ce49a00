package io.playcaller.chassis.topics;

import io.playcaller.contracts.Topic;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which topics a service reads or writes; it produces one as a bean, and is not ready until they are right. */
public record TopicRequirements(Set<Topic> topics) {

    public TopicRequirements {
        topics = Set.copyOf(topics);
    }

    public static TopicRequirements of(Topic... topics) {
        return new TopicRequirements(EnumSet.copyOf(List.of(topics)));
    }
}
