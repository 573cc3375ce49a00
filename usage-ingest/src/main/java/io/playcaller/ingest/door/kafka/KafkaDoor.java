package io.playcaller.ingest.door.kafka;

import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.deadletter.Place;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.door.privacy.app.Privacy;
import io.playcaller.ingest.event.Delivery;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.Receipt;
import io.playcaller.ingest.event.app.BatchesInWork;
import io.playcaller.ingest.event.app.Reception;
import io.playcaller.ingest.source.app.KnownSources;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * The topics {@code usage-events} and {@code support-events}. A batch is acknowledged when all of it is stored or kept as
 * dead letters; until then it is tried again in place, and never nacked: that would send the good records to the dead
 * letters too. There are no keys here: who may write to the topic is Kafka's to say.
 */
@ApplicationScoped
public class KafkaDoor {

    private final Reception reception;
    private final KnownSources known;
    private final BusinessClock clock;
    private final BatchesInWork batches;
    private final KafkaItems items;

    KafkaDoor(
            Reception reception,
            KnownSources known,
            Privacy privacy,
            BusinessClock clock,
            BatchesInWork batches,
            IngestConfig config) {
        this.reception = reception;
        this.known = known;
        this.clock = clock;
        this.batches = batches;
        this.items = new KafkaItems(config.limits().eventBytes(), privacy::of);
    }

    @Incoming("usage-events")
    Uni<Void> usage(ConsumerRecords<String, byte[]> records) {
        return take(Topic.USAGE_EVENTS, records);
    }

    @Incoming("support-events")
    Uni<Void> support(ConsumerRecords<String, byte[]> records) {
        return take(Topic.SUPPORT_EVENTS, records);
    }

    private Uni<Void> take(Topic door, ConsumerRecords<String, byte[]> records) {
        return batches.untilDone(
                door,
                () -> known.names()
                        .map(names -> bySource(door, names::contains, records))
                        .flatMap(this::takeAll));
    }

    private Uni<Void> takeAll(Map<String, List<ConsumerRecord<String, byte[]>>> bySource) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Map.Entry<String, List<ConsumerRecord<String, byte[]>>> part : bySource.entrySet()) {
            all = all.chain(() -> takeOne(part.getKey(), part.getValue()));
        }
        return all;
    }

    private Uni<Void> takeOne(String source, List<ConsumerRecord<String, byte[]>> records) {
        List<Item> read = new ArrayList<>(records.size());
        for (ConsumerRecord<String, byte[]> record : records) {
            read.add(items.item(read.size(), source, record));
        }
        Delivery delivery = new Delivery(source, Place.KAFKA, "kafka", clock.instant(), clock.offset(), false, read);
        return reception.take(delivery).invoke(KafkaDoor::requireStored).replaceWithVoid();
    }

    private static void requireStored(Receipt receipt) {
        receipt.unstored().ifPresent(why -> {
            throw new IllegalStateException("a batch from Kafka is not stored yet: " + why);
        });
    }

    /** The producer's name where it is a source that we know or a service of ours; else the topic's. */
    private static Map<String, List<ConsumerRecord<String, byte[]>>> bySource(
            Topic door, Predicate<String> isKnown, ConsumerRecords<String, byte[]> records) {
        Map<String, List<ConsumerRecord<String, byte[]>>> bySource = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            String source = KafkaItems.statedSource(record)
                    .filter(name -> isKnown.test(name) || OwnServices.say(name, KafkaItems.statedType(record)))
                    .orElse(door.baseName());
            bySource.computeIfAbsent(source, any -> new ArrayList<>()).add(record);
        }
        return bySource;
    }
}
