package io.playcaller.ingest.letter.in;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.contracts.Topic;
import io.playcaller.ingest.event.app.BatchesInWork;
import io.playcaller.ingest.letter.NewLetter;
import io.playcaller.ingest.letter.app.LetterWays;
import io.playcaller.ingest.letter.app.Letters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * The topic {@code dead-letters}, into the table. A batch is acknowledged after its transaction, and tried again in place
 * until then; a letter that comes twice is one.
 */
@ApplicationScoped
public class LetterIntake {

    private final Letters letters;
    private final LetterRecords records;
    private final BatchesInWork batches;
    private final MeterRegistry metrics;

    LetterIntake(Letters letters, LetterWays ways, BusinessClock clock, BatchesInWork batches, MeterRegistry metrics) {
        this.letters = letters;
        this.records = new LetterRecords(ways, clock);
        this.batches = batches;
        this.metrics = metrics;
    }

    @Incoming("dead-letters")
    Uni<Void> take(ConsumerRecords<String, byte[]> batch) {
        List<NewLetter> read = new ArrayList<>(batch.count());
        for (ConsumerRecord<String, byte[]> record : batch) {
            read.add(records.letter(record));
        }
        return batches.untilDone(Topic.DEAD_LETTERS, () -> letters.store(read)).invoke(() -> read.forEach(this::count));
    }

    private void count(NewLetter letter) {
        String place = letter.head().place().name().toLowerCase(Locale.ROOT);
        metrics.counter("playcaller.ingest.letters.read", "place", place).increment();
    }
}
