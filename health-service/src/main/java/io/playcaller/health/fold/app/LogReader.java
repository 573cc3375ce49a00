package io.playcaller.health.fold.app;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.UnreadableEventException;
import io.playcaller.contracts.deadletter.Fault;
import io.playcaller.contracts.deadletter.Original;
import io.playcaller.health.fold.LogEntry;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads one record as far as it can be read; never throws for what stands in it. */
public final class LogReader {

    private static final String UNREADABLE = "fact.unreadable";

    private LogReader() {}

    public static LogEntry read(ConsumerRecord<?, byte[]> record) {
        Original original = Original.of(record);
        try {
            Optional<Event<?>> event = EventCodec.read(record.headers(), record.value());
            return event.isPresent()
                    ? new LogEntry.Fact(record.offset(), event.get(), original)
                    : new LogEntry.Unknown(record.offset(), original);
        } catch (UnreadableEventException e) {
            return new LogEntry.Unreadable(record.offset(), original, Fault.of(UNREADABLE, e));
        } catch (RuntimeException e) {
            // A fault of the codec: one record that it trips over must not stop a partition.
            return new LogEntry.Unreadable(record.offset(), original, Fault.ofOurs(UNREADABLE, e.toString()));
        }
    }
}
