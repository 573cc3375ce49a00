package io.playcaller.router.kafka;

import io.playcaller.router.kafka.RecordReader.Read;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Works on the events of a batch; what cannot be read, and what cannot be written, becomes a letter. */
@ApplicationScoped
public class EventBatches {

    private final RecordReader reader;
    private final Letters letters;

    EventBatches(RecordReader reader, Letters letters) {
        this.reader = reader;
        this.letters = letters;
    }

    /** As {@link Batches#take}. */
    public Uni<Void> take(String what, ConsumerRecords<String, byte[]> records, Function<List<Read>, Uni<Void>> work) {
        RecordReader.Batch batch = reader.read(records);
        return Batches.take(
                        what,
                        batch.events(),
                        work,
                        refused -> letters.send(
                                List.of(letters.failed(refused.item().record(), refused.why()))))
                .chain(() -> letters.send(batch.letters()));
    }
}
