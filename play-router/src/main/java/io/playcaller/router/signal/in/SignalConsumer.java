package io.playcaller.router.signal.in;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.router.kafka.Batches;
import io.playcaller.router.kafka.Letters;
import io.playcaller.router.kafka.RecordReader;
import io.playcaller.router.signal.app.SignalIntake;
import io.playcaller.router.signal.app.SignalIntake.Arrival;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the topic {@code signals} in. A batch is acknowledged after its transaction. */
@ApplicationScoped
public class SignalConsumer {

    private final RecordReader reader;
    private final Letters letters;
    private final SignalIntake intake;

    SignalConsumer(RecordReader reader, Letters letters, SignalIntake intake) {
        this.reader = reader;
        this.letters = letters;
        this.intake = intake;
    }

    @Incoming("signals")
    public Uni<Void> take(ConsumerRecords<String, byte[]> records) {
        RecordReader.Batch batch = reader.read(records);
        List<Arrival> arrivals = new ArrayList<>();
        for (RecordReader.Read read : batch.events()) {
            if (read.event().data() instanceof SignalChanged signal) {
                arrivals.add(new Arrival(signal, failure -> letters.failed(read.record(), failure)));
            }
        }
        return Batches.take(
                        "taking signals in",
                        arrivals,
                        intake::take,
                        refused -> letters.send(List.of(refused.item().letter().apply(refused.why()))))
                .chain(() -> letters.send(batch.letters()));
    }
}
