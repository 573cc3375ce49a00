package io.playcaller.chassis.topics;

import io.playcaller.contracts.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Names on the broker. In {@code application.properties} a channel's topic is written
 * {@code ${playcaller.topic-prefix:}customer-events}.
 */
@ApplicationScoped
public class TopicNames {

    private final String prefix;

    TopicNames(@ConfigProperty(name = "playcaller.topic-prefix") Optional<String> prefix) {
        this.prefix = prefix.orElse("");
    }

    public String of(Topic topic) {
        return topic.name(prefix);
    }

    /** The installation's prefix; empty by default. Also stands before group and transactional ids. */
    public String prefix() {
        return prefix;
    }
}
