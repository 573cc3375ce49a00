package io.playcaller.ingest.letter.in;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.ingest.event.app.Pause;
import io.playcaller.ingest.letter.NewLetter;
import io.playcaller.ingest.letter.app.LetterWays;
import io.playcaller.ingest.letter.app.Letters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * The topic {@code dead-letters}, into the table. A batch is acknowledged after its transaction, and tried again in place
 * until then; a letter that comes twice is one.
 */
@ApplicationScoped
public class LetterIntake {

    private static final Logger LOG = Logger.getLogger(LetterIntake.class);
    private static final Duration RETRY_AFTER = Duration.ofMillis(500);

    private final Letters letters;
    private final LetterRecords records;
    private final Pause pause;
    private final MeterRegistry metrics;

    LetterIntake(Letters letters, LetterWays ways, BusinessClock clock, Pause pause, MeterRegistry metrics) {
        this.letters = letters;
        this.records = new LetterRecords(ways, clock);
        this.pause = pause;
        this.metrics = metrics;
    }

    @Incoming("dead-letters")
    Uni<Void> take(ConsumerRecords<String, byte[]> batch) {
        List<NewLetter> read = new ArrayList<>(batch.count());
        for (ConsumerRecord<String, byte[]> record : batch) {
            read.add(records.letter(record));
        }
        return letters.store(read)
                .onFailure()
                .invoke(fault -> LOG.warnf("letters are not stored yet: %s", fault.toString()))
                .onFailure()
                .retry()
                .when(faults -> faults.onItem().transformToUniAndConcatenate(fault -> pause.of(RETRY_AFTER)))
                .invoke(() -> read.forEach(this::count));
    }

    private void count(NewLetter letter) {
        String place = letter.head().place().name().toLowerCase(Locale.ROOT);
        metrics.counter("playcaller.ingest.letters.read", "place", place).increment();
    }
}
