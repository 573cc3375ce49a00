package io.playcaller.health.rebuild;

import java.util.UUID;

/**
 * What a rebuild reads of one partition.
 *
 * @param logId Kafka's id of the topic
 * @param begin offset of the first record that Kafka still has
 * @param until first offset that is not read
 */
public record Stretch(int partition, UUID logId, long begin, long until) {

    /** Whether retention took what stood at the beginning: accounts are then made of what is left. */
    public boolean cut() {
        return begin > 0;
    }
}
