package io.playcaller.bench.health;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.WireJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * What stands on a topic of health changes.
 *
 * @param records all of them
 * @param accounts how many customers have one
 * @param sample the newest score of one in a hundred customers, and of the first hundred, with its revision
 */
record Announced(long records, int accounts, Map<String, String> sample) {

    private static final Duration POLL = Duration.ofSeconds(2);
    private static final String NAME = "bench-";
    private static final int HUNDRED = 100;

    /** Reads what was committed, from the beginning to the end. */
    static Announced read(String broker, String topic) throws IOException {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        Tally tally = new Tally();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(tally::add);
            }
        }
        return tally.result();
    }

    /**
     * What the other has not, or has otherwise, in words; empty when they agree.
     *
     * @param other of the other contender
     */
    List<String> differences(Announced other) {
        List<String> found = new ArrayList<>();
        if (accounts != other.accounts) {
            found.add("%d accounts have a score here, %d there".formatted(accounts, other.accounts));
        }
        Map<String, String> either = new TreeMap<>(other.sample);
        either.putAll(sample);
        either.keySet().stream()
                .filter(account -> !String.valueOf(sample.get(account)).equals(other.sample.get(account)))
                .limit(3)
                .forEach(account -> found.add(
                        "%s: %s here, %s there".formatted(account, sample.get(account), other.sample.get(account))));
        return found;
    }

    private static final class Tally {

        private final BitSet accounts = new BitSet();
        private final Map<String, byte[]> newest = new HashMap<>();
        private long records;

        void add(ConsumerRecord<String, byte[]> record) {
            int account = Integer.parseInt(record.key().substring(NAME.length()));
            records++;
            accounts.set(account);
            if (account < HUNDRED || account % HUNDRED == 0) {
                newest.put(record.key(), record.value());
            }
        }

        Announced result() throws IOException {
            Map<String, String> sample = new TreeMap<>();
            for (Map.Entry<String, byte[]> entry : newest.entrySet()) {
                sample.put(entry.getKey(), score(entry.getValue()));
            }
            return new Announced(records, accounts.cardinality(), sample);
        }

        private static String score(byte[] health) throws IOException {
            JsonNode json = WireJson.mapper().readTree(health);
            if (!json.has("score")) {
                throw new IOException("no score in " + new String(health, StandardCharsets.UTF_8));
            }
            return "score %s, grade %s, as of %s"
                    .formatted(
                            json.path("score"),
                            json.path("grade").asText(),
                            json.path("at").asText());
        }
    }
}
