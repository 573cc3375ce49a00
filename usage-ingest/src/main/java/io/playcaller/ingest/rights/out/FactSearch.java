package io.playcaller.ingest.rights.out;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.WireJson;
import io.playcaller.ingest.rights.Holding;
import io.playcaller.ingest.rights.LogPosition;
import io.playcaller.ingest.rights.Part;
import io.playcaller.ingest.rights.Part.After;
import io.playcaller.ingest.rights.PersonFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** One reading of some partitions for the facts that name a person, until enough is found or the time is over. */
final class FactSearch {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<String, byte[]> reader;
    private final List<String> names;
    private final int limit;
    private final long deadline;
    private final List<Holding> found = new ArrayList<>();

    /** @param deadline as {@link System#nanoTime} tells time */
    FactSearch(Consumer<String, byte[]> reader, PersonFile person, int limit, long deadline) {
        this.reader = reader;
        this.names = person.personIds().stream().map(UUID::toString).toList();
        this.limit = limit;
        this.deadline = deadline;
    }

    /** @param from where an earlier one stopped; null for the beginning */
    Part of(List<TopicPartition> partitions, @Nullable LogPosition from) {
        for (TopicPartition partition : partitions) {
            if (from == null || partition.partition() >= from.partition()) {
                boolean within = from != null && partition.partition() == from.partition();
                LogPosition stopped = search(partition, within ? from : null);
                if (stopped != null) {
                    return new Part(found, After.of(stopped));
                }
            }
        }
        return new Part(found, null);
    }

    /** Where it stopped; null at the end of the partition. */
    private @Nullable LogPosition search(TopicPartition partition, @Nullable LogPosition from) {
        reader.assign(List.of(partition));
        long end = reader.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        long beginning = reader.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
        long next = from == null ? beginning : Math.max(from.offset(), beginning);
        reader.seek(partition, next);
        while (next < end) {
            if (System.nanoTime() > deadline) {
                return new LogPosition(partition.partition(), next);
            }
            for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
                if (found.size() == limit) {
                    return new LogPosition(partition.partition(), record.offset());
                }
                note(record);
            }
            next = reader.position(partition);
        }
        return null;
    }

    private void note(ConsumerRecord<String, byte[]> fact) {
        if (fact.key() != null && fact.value() != null) {
            // Ids are ASCII: no other text looks like one in this reading.
            String value = new String(fact.value(), StandardCharsets.ISO_8859_1);
            if (names.stream().anyMatch(value::contains)) {
                found.add(holding(fact));
            }
        }
    }

    private static Holding holding(ConsumerRecord<String, byte[]> fact) {
        ObjectNode content = WireJson.mapper().createObjectNode();
        content.put("type", header(fact, EventCodec.TYPE));
        content.put("id", header(fact, EventCodec.ID));
        content.put("accountId", fact.key());
        content.set("data", data(fact));
        return new Holding("topic customer-events", time(fact), header(fact, EventCodec.SOURCE), content.toString());
    }

    /** As text when it is no JSON: a reader says what is there. */
    private static JsonNode data(ConsumerRecord<String, byte[]> fact) {
        try {
            return WireJson.mapper().readTree(fact.value());
        } catch (IOException noJson) {
            return TextNode.valueOf(new String(fact.value(), StandardCharsets.UTF_8));
        }
    }

    private static Instant time(ConsumerRecord<String, byte[]> fact) {
        try {
            return Instant.parse(header(fact, EventCodec.TIME));
        } catch (DateTimeException notSaid) {
            return Instant.ofEpochMilli(fact.timestamp());
        }
    }

    private static String header(ConsumerRecord<String, byte[]> fact, String name) {
        Header header = fact.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
