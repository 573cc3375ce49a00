package io.playcaller.chassis.topics;

import io.playcaller.contracts.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Names on the broker. In {@code application.properties} a channel's topic is written
 * {@code ${playcaller.topic-prefix:}customer-events}.
 */
@ApplicationScoped
public class TopicNames {

    /** What Kafka takes in names of topics, with room for the longest of ours. */
    private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9._-]{0,100}");

    private final String prefix;

    TopicNames(@ConfigProperty(name = "playcaller.topic-prefix") Optional<String> prefix) {
        this.prefix = prefix.orElse("");
        if (!LEGAL.matcher(this.prefix).matches()) {
            throw new IllegalArgumentException(
                    "playcaller.topic-prefix must be at most 100 letters, digits, '.', '_' and '-', is " + this.prefix);
        }
    }

    public String of(Topic topic) {
        return topic.name(prefix);
    }

    /** The installation's prefix; empty by default. Also stands before group and transactional ids. */
    public String prefix() {
        return prefix;
    }
}
