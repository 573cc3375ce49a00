package io.playcaller.forecast.intake.in;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.forecast.intake.Told;
import io.playcaller.forecast.intake.app.IntakeService;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The topics that forecasts, and what is said of outcomes, are made from. A batch is acknowledged after its transaction, never refused. */
@ApplicationScoped
public class KafkaIntake {

    private final IntakeService intake;
    private final MeterRegistry meters;

    KafkaIntake(IntakeService intake, MeterRegistry meters) {
        this.intake = intake;
        this.meters = meters;
    }

    @Incoming("register")
    Uni<Void> register(ConsumerRecords<String, byte[]> records) {
        return take("account-register", records);
    }

    @Incoming("health")
    Uni<Void> health(ConsumerRecords<String, byte[]> records) {
        return take("health-changes", records);
    }

    @Incoming("signals")
    Uni<Void> signals(ConsumerRecords<String, byte[]> records) {
        return take("signals", records);
    }

    @Incoming("tasks")
    Uni<Void> tasks(ConsumerRecords<String, byte[]> records) {
        return take("tasks", records);
    }

    @Incoming("play-outcomes")
    Uni<Void> playOutcomes(ConsumerRecords<String, byte[]> records) {
        return take("play-outcomes", records);
    }

    private Uni<Void> take(String topic, ConsumerRecords<String, byte[]> records) {
        Told told = RecordReader.read(records);
        return intake.take(told).invoke(() -> {
            meters.counter("forecast.intake.records", "topic", topic).increment(records.count());
            meters.counter("forecast.intake.unreadable", "topic", topic)
                    .increment(told.unreadable().size());
        });
    }
}
