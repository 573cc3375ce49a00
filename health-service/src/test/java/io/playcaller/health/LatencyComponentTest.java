package io.playcaller.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.fact.SurveyAnswered;
import io.playcaller.contracts.fact.SurveyKind;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** Measures the way of a fact from the log to its signal on the topic, and prints it; how fast it must be, no test says. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "health"))
class LatencyComponentTest {

    private static final Logger LOG = Logger.getLogger(LatencyComponentTest.class);
    private static final int WARM_UP = 10;
    private static final int RUNS = 50;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Test
    void everyFactThatOpensASignalArrivesAndItsTimeIsReported() {
        List<Long> micros = new ArrayList<>();
        try (LogWriter log = new LogWriter();
                KafkaConsumer<String, byte[]> signals = signalsFromNow()) {
            Instant now = LogTime.advance(Duration.ofSeconds(10));
            log.tick(now);
            for (int i = 0; i < WARM_UP + RUNS; i++) {
                micros.add(oneSignal(log, signals, now));
            }
        }

        List<Long> measured =
                micros.subList(WARM_UP, micros.size()).stream().sorted().toList();
        assertThat(measured).hasSize(RUNS);
        LOG.infof(
                "fact on customer-events to signal on signals: median %.1f ms, p95 %.1f ms, max %.1f ms of %d",
                measured.get(RUNS / 2) / 1000.0,
                measured.get(RUNS * 95 / 100) / 1000.0,
                measured.get(RUNS - 1) / 1000.0,
                RUNS);
    }

    private static long oneSignal(LogWriter log, KafkaConsumer<String, byte[]> signals, Instant now) {
        String account = "latency-" + UUID.randomUUID();
        log.live(account, now, new AccountRecord(account, 1, "Timed", null, null, null, null, false, List.of()));
        long sent = System.nanoTime();
        log.live(account, now, new SurveyAnswered(account, SurveyKind.NPS, 1, "ann", null));
        while (true) {
            for (var signal : signals.poll(LIMIT)) {
                if (account.equals(signal.key())) {
                    return (System.nanoTime() - sent) / 1000;
                }
            }
            assertThat(System.nanoTime() - sent).isLessThan(LIMIT.toNanos());
        }
    }

    private static KafkaConsumer<String, byte[]> signalsFromNow() {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        PlaycallerStack.shared().addresses().kafka(),
                        "isolation.level",
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(LogWriter.topic("signals")).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }
}
