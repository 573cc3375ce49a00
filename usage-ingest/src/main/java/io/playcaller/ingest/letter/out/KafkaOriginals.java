package io.playcaller.ingest.letter.out;

import io.playcaller.ingest.context.app.CallersContext;
import io.playcaller.ingest.letter.Way;
import io.playcaller.ingest.letter.app.Originals;
import io.playcaller.ingest.log.out.KafkaSettings;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import io.playcaller.outbox.OutboxRecord;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads one record by its offset, with a reader of its own. */
@ApplicationScoped
class KafkaOriginals implements Originals {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaSettings settings;

    KafkaOriginals(KafkaSettings settings) {
        this.settings = settings;
    }

    @Override
    public Uni<Step<OutboxRecord>> read(Way.Again place) {
        return Uni.createFrom()
                .item(() -> fetch(place)
                        .map(KafkaOriginals::again)
                        .orElseGet(() -> Step.refused(Refusal.of(
                                "record.gone",
                                "%s-%d has no record at %d any more"
                                        .formatted(place.topic(), place.partition(), place.offset())))))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(CallersContext.executor());
    }

    private Optional<ConsumerRecord<String, byte[]>> fetch(Way.Again place) {
        TopicPartition partition = new TopicPartition(place.topic(), place.partition());
        try (KafkaConsumer<String, byte[]> reader =
                new KafkaConsumer<>(settings.reader(), new StringDeserializer(), new ByteArrayDeserializer())) {
            reader.assign(List.of(partition));
            long begin = reader.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
            long end = reader.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            if (place.offset() < begin || place.offset() >= end) {
                return Optional.empty();
            }
            reader.seek(partition, place.offset());
            long deadline = System.nanoTime() + LIMIT.toNanos();
            while (reader.position(partition) <= place.offset()) {
                for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
                    return Optional.of(record).filter(found -> found.offset() == place.offset());
                }
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException("%s did not answer within %s".formatted(partition, LIMIT));
                }
            }
            return Optional.empty();
        }
    }

    private static Step<OutboxRecord> again(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        try {
            return Step.kept(
                    new OutboxRecord(record.topic(), record.partition(), record.key(), headers, text(record.value())));
        } catch (CharacterCodingException e) {
            return Step.refused(
                    Refusal.of("record.no-text", "the record is no UTF-8: nobody will ever read it as an event"));
        }
    }

    private static @Nullable Buffer text(byte @Nullable [] value) throws CharacterCodingException {
        return value == null
                ? null
                : Buffer.buffer(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(value))
                        .toString());
    }
}
