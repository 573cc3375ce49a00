package io.playcaller.health.fold.in;

import io.playcaller.chassis.topics.TopicRequirements;
import io.playcaller.contracts.Topic;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The topics that this service reads or writes, for the check at start. */
@Singleton
class TopicsUsed {

    @Produces
    @Singleton
    TopicRequirements topics() {
        return TopicRequirements.of(
                Topic.CUSTOMER_EVENTS, Topic.HEALTH_CHANGES, Topic.PROFILE_CHANGES, Topic.SIGNALS, Topic.DEAD_LETTERS);
    }
}
