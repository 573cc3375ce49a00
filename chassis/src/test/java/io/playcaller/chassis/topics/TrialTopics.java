package io.playcaller.chassis.topics;

import io.playcaller.contracts.Topic;
import jakarta.enterprise.inject.Produces;

/** What a service declares. */
class TrialTopics {

    @Produces
    TopicRequirements required() {
        return TopicRequirements.of(Topic.CUSTOMER_EVENTS, Topic.ACCOUNT_REGISTER);
    }
}
