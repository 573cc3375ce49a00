package io.playcaller.ingest.tail.out;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Event;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.UnreadableEventException;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.ingest.tail.TailLine;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Records of the log and of the dead letters as lines. */
final class TailRecords {

    private TailRecords() {}

    /** Who sent a record of the log, without reading it. */
    static @Nullable String source(ConsumerRecord<String, byte[]> record) {
        return header(record, EventCodec.SOURCE);
    }

    /** A fact of an account; what is said to all partitions came through no door. */
    static Optional<TailLine> fact(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null || header(record, EventCodec.ACCOUNT_ID) == null) {
            return Optional.empty();
        }
        try {
            Envelope envelope = EventCodec.envelope(record.headers());
            String type = Optional.ofNullable(header(record, EventCodec.TYPE)).orElse("");
            return Optional.of(
                    new TailLine.Accepted(envelope, type, new String(record.value(), StandardCharsets.UTF_8)));
        } catch (UnreadableEventException e) {
            return Optional.empty();
        }
    }

    static Optional<TailLine> letter(ConsumerRecord<String, byte[]> record) {
        try {
            return EventCodec.read(record.headers(), record.value())
                    .filter(event -> event.type() == EventType.DEAD_LETTER)
                    .map(Event::data)
                    .map(letter -> refused((DeadLetter) letter));
        } catch (UnreadableEventException e) {
            return Optional.empty();
        }
    }

    private static TailLine refused(DeadLetter letter) {
        return new TailLine.Refused(
                letter.receivedAt(),
                letter.source(),
                letter.letterId(),
                letter.reason(),
                letter.field(),
                letter.expected());
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
