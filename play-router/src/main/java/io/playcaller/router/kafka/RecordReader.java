package io.playcaller.router.kafka;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.UnreadableEventException;
import io.playcaller.outbox.OutboxRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Reads the events of a batch. What cannot be read becomes a letter; types of a newer writer and deletions are skipped. */
@ApplicationScoped
public class RecordReader {

    private final Letters letters;

    RecordReader(Letters letters) {
        this.letters = letters;
    }

    /** An event with the record that it came in. */
    public record Read(ConsumerRecord<String, byte[]> record, Event<?> event) {}

    /** A batch, read. */
    public record Batch(List<Read> events, List<OutboxRecord> letters) {}

    /** The data of one type, in order. */
    public static <T extends Record> List<T> of(Class<T> type, List<Read> reads) {
        return reads.stream()
                .map(read -> read.event().data())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    public Batch read(ConsumerRecords<String, byte[]> records) {
        List<Read> events = new ArrayList<>();
        List<OutboxRecord> unreadable = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> next : records) {
            if (next.value() == null) {
                continue;
            }
            try {
                Optional<Event<?>> event = EventCodec.read(next.headers(), next.value());
                event.ifPresent(known -> events.add(new Read(next, known)));
            } catch (UnreadableEventException e) {
                unreadable.add(letters.unreadable(next, e));
            }
        }
        return new Batch(events, unreadable);
    }
}
