package io.playcaller.ingest.clock.out;

import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.WireJson;
import io.playcaller.ingest.clock.Beat;
import io.playcaller.ingest.clock.BeatIds;
import io.playcaller.ingest.clock.app.Broadcast;
import io.playcaller.ingest.log.out.KafkaSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** One transaction per beat, of a producer whose name all replicas share: the broker lets only the newest speak. */
@ApplicationScoped
class KafkaBroadcast implements Broadcast {

    private static final String SERVICE = "usage-ingest";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

    private final KafkaSettings settings;
    private final TopicNames topics;
    private @Nullable Producer<String, byte[]> producer;

    KafkaBroadcast(KafkaSettings settings, TopicNames topics) {
        this.settings = settings;
        this.topics = topics;
    }

    @Override
    public void takeOver() {
        fallSilent();
        Producer<String, byte[]> fresh = new KafkaProducer<>(
                settings.transactionalProducer(topics.prefix() + SERVICE + "-log-clock", TIMEOUT),
                new StringSerializer(),
                new ByteArraySerializer());
        producer = fresh;
        fresh.initTransactions();
    }

    @Override
    public void say(Beat beat) {
        Producer<String, byte[]> speaker = producer;
        if (speaker == null) {
            throw new IllegalStateException("takeOver comes before say");
        }
        String log = topics.of(Topic.CUSTOMER_EVENTS);
        int partitions = speaker.partitionsFor(log).size();
        speaker.beginTransaction();
        for (Record fact : beat.facts()) {
            byte[] value = WireJson.write(fact);
            for (int partition = 0; partition < partitions; partition++) {
                // A fault of a record comes out of the commit.
                Future<RecordMetadata> unused = speaker.send(
                        record(log, partition, fact, value, beat.tick().at()));
            }
        }
        speaker.commitTransaction();
    }

    private static ProducerRecord<String, byte[]> record(
            String log, int partition, Record fact, byte[] value, Instant at) {
        Envelope envelope = Envelope.own(BeatIds.of(fact), SERVICE, at, null, 0);
        return new ProducerRecord<>(
                log, partition, null, null, value, EventCodec.headers(envelope, EventType.of(fact)));
    }

    @Override
    public void fallSilent() {
        if (producer != null) {
            producer.close(CLOSE_LIMIT);
            producer = null;
        }
    }
}
