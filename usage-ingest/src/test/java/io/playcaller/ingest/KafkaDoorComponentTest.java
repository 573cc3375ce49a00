package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static io.playcaller.ingest.Door.facts;
import static io.playcaller.ingest.Door.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.deadletter.Place;
import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.ingest.claim.app.Claims;
import io.playcaller.ingest.source.app.SignsOfLife;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTopics;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class KafkaDoorComponentTest {

    @Inject
    Claims claims;

    @Inject
    MeterRegistry metrics;

    @Test
    void aPoisonRecordBecomesALetterAndHarmsNobody() {
        try (TestTopics topics = PlaycallerStack.shared().topics()) {
            String door = Door.topic(Topic.USAGE_EVENTS);
            topics.produce(door, "k", Door.track("kafka-1", "acme", "u1", "Login"));
            topics.produce(door, "k", "{ poison kafka-2 \"writeKey\": \"web-key\"");
            topics.produce(new ProducerRecord<>(door, "k", null));
            topics.produce(door, "k", Door.track("kafka-3", "acme", "u1", "Login"));
        }

        await().atMost(SOON).untilAsserted(() -> assertThat(facts("kafka-3")).hasSize(1));
        assertThat(facts("kafka-1"))
                .singleElement()
                .satisfies(fact -> assertThat(header(fact, "ce_source")).isEqualTo("usage-events"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(letters("kafka-2"))
                        .singleElement()
                        .satisfies(letter -> {
                            assertThat(letter.place()).isEqualTo(Place.KAFKA);
                            assertThat(letter.reason()).isEqualTo("json.unreadable");
                            assertThat(letter.payload()).isEqualTo("{ poison kafka-2 \"writeKey\": \"***\"");
                            assertThat(letter.attributes()).containsKeys("topic", "partition", "offset");
                        }));
    }

    @Test
    void aBrokenCloudEventStopsNobody() {
        try (TestTopics topics = PlaycallerStack.shared().topics()) {
            String door = Door.topic(Topic.USAGE_EVENTS);
            var structured = new ProducerRecord<>(door, "k", "{ broken kafka-5".getBytes(StandardCharsets.UTF_8));
            add(structured, "content-type", "application/cloudevents+json");
            topics.produce(structured);
            var binary = new ProducerRecord<>(door, "k", "{\"broken\":\"kafka-6\"}".getBytes(StandardCharsets.UTF_8));
            add(binary, "ce_specversion", "1.0");
            add(binary, "ce_id", "kafka-6");
            add(binary, "ce_type", "io.playcaller.usage.recorded.v1");
            add(binary, "ce_time", "yesterday");
            topics.produce(binary);
            topics.produce(door, "k", Door.track("kafka-7", "acme", "u1", "Login"));
        }

        await().atMost(SOON).untilAsserted(() -> assertThat(facts("kafka-7")).hasSize(1));
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(letters("kafka-5"))
                    .singleElement()
                    .satisfies(letter -> assertThat(letter.reason()).isEqualTo("json.unreadable"));
            assertThat(letters("kafka-6"))
                    .singleElement()
                    .satisfies(letter -> assertThat(letter.field()).isEqualTo("ce_source"));
        });
    }

    @Test
    void aServiceOfOursSpeaksUnderItsOwnName() {
        try (TestTopics topics = PlaycallerStack.shared().topics()) {
            var record = new ProducerRecord<>(
                    Door.topic(Topic.SUPPORT_EVENTS),
                    "k",
                    "{\"accountId\":\"acme\",\"kind\":\"call\",\"staffId\":\"s1\"}".getBytes(StandardCharsets.UTF_8));
            add(record, "ce_specversion", "1.0");
            add(record, "ce_id", "kafka-4");
            add(record, "ce_source", "playcaller/play-router");
            add(record, "ce_type", "io.playcaller.success.touch-recorded.v1");
            topics.produce(record);
            topics.produce(record);
        }

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(facts("kafka-4"))
                        .singleElement()
                        .satisfies(fact -> {
                            assertThat(header(fact, "ce_source")).isEqualTo("playcaller/play-router");
                            assertThat(fact.key()).isEqualTo("acme");
                        }));
    }

    /** Whoever may write to the topic can write any name: rules for privacy do not hold for what is ours. */
    @Test
    void whoOnlyCallsItselfAServiceOfOursIsTheTopicsSource() {
        try (TestTopics topics = PlaycallerStack.shared().topics()) {
            var record = new ProducerRecord<>(
                    Door.topic(Topic.USAGE_EVENTS),
                    "k",
                    "{\"accountId\":\"acme\",\"event\":\"Login\"}".getBytes(StandardCharsets.UTF_8));
            add(record, "ce_specversion", "1.0");
            add(record, "ce_id", "kafka-10");
            add(record, "ce_source", "playcaller/play-router");
            add(record, "ce_type", "io.playcaller.usage.recorded.v1");
            topics.produce(record);
        }

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(facts("playcaller/play-router#kafka-10"))
                        .singleElement()
                        .satisfies(fact -> assertThat(header(fact, "ce_source")).isEqualTo("usage-events")));
    }

    /** A sign of life that cannot be written would keep those of all others from being written. */
    @Test
    void aNameThatNoTableCanHoldIsNoServiceOfOurs() {
        try (TestTopics topics = PlaycallerStack.shared().topics()) {
            String door = Door.topic(Topic.USAGE_EVENTS);
            var record = new ProducerRecord<>(door, "k", "{\"event\":\"kafka-8\"}".getBytes(StandardCharsets.UTF_8));
            add(record, "ce_specversion", "1.0");
            add(record, "ce_id", "kafka-8");
            add(record, "ce_source", "playcaller/\0");
            add(record, "ce_type", "io.playcaller.usage.recorded.v1");
            topics.produce(record);
            topics.produce(door, "k", Door.track("kafka-9", "acme", "u1", "Login"));
        }

        await().atMost(SOON).untilAsserted(() -> assertThat(facts("kafka-9")).hasSize(1));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(letters("kafka-8"))
                        .singleElement()
                        .satisfies(letter -> assertThat(letter.source()).isEqualTo("usage-events")));
        Arc.container().instance(SignsOfLife.class).get().write().await().atMost(SOON);
    }

    /** As when Kafka, PostgreSQL or the other holder of a claim takes its time: nobody sends a record of a topic again. */
    @Test
    void whatCannotBeStoredYetIsStoredLater() {
        List<ClaimKey> key = List.of(new ClaimKey("usage-events", "kafka-11"));
        claims.take(key, "another delivery", SOON).await().atMost(SOON);
        double unavailable = unavailable();
        try (TestTopics topics = PlaycallerStack.shared().topics()) {
            topics.produce(Door.topic(Topic.USAGE_EVENTS), "k", Door.track("kafka-11", "acme", "u1", "Login"));
        }
        await().atMost(SOON).until(() -> unavailable() > unavailable);
        assertThat(facts("kafka-11")).isEmpty();

        claims.release(key, "another delivery", SOON).await().atMost(SOON);
        await().atMost(SOON).untilAsserted(() -> assertThat(facts("kafka-11")).hasSize(1));
    }

    private double unavailable() {
        return metrics.find("playcaller.ingest.unavailable").tag("door", "kafka").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private static void add(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static List<DeadLetter> letters(String part) {
        return Door.all(Topic.DEAD_LETTERS).stream()
                .map(record -> WireJson.read(record.value(), DeadLetter.class))
                .filter(letter -> letter.payload().contains(part))
                .toList();
    }
}
