package io.playcaller.ingest.log.out;

import io.playcaller.chassis.topics.TopicRequirements;
import io.playcaller.contracts.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** The topics without which this service is not ready. */
@ApplicationScoped
class LogTopics {

    @Produces
    TopicRequirements topics() {
        return TopicRequirements.of(
                Topic.USAGE_EVENTS,
                Topic.SUPPORT_EVENTS,
                Topic.CUSTOMER_EVENTS,
                Topic.ACCOUNT_REGISTER,
                Topic.PEOPLE,
                Topic.DEAD_LETTERS);
    }
}
