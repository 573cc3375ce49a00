package io.playcaller.router.config;

import io.playcaller.chassis.topics.TopicRequirements;
import io.playcaller.contracts.Topic;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The topics that this service reads and writes. */
class RouterTopics {

    @Produces
    @Singleton
    TopicRequirements topics() {
        return TopicRequirements.of(
                Topic.SIGNALS,
                Topic.ACCOUNT_REGISTER,
                Topic.HEALTH_CHANGES,
                Topic.PEOPLE,
                Topic.TASKS,
                Topic.PLAY_OUTCOMES,
                Topic.SUPPORT_EVENTS,
                Topic.DEAD_LETTERS);
    }
}
