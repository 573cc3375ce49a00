package io.playcaller.chassis.topics;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import io.playcaller.contracts.Topic;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTopics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlaycallerStack.class)
class TopicsComponentTest {

    private static final Duration SOON = Duration.ofMinutes(2);

    @Inject
    TopicNames names;

    @Inject
    TopicsConfig config;

    @Test
    void missingTopicsAreCreatedAtStartAndTheServiceIsReady() throws Exception {
        await().atMost(SOON)
                .untilAsserted(() -> when().get("/q/health/ready")
                        .then()
                        .statusCode(200)
                        .body("checks.findAll { it.name == 'topics' }.status", hasItem("UP")));
        try (Admin admin = PlaycallerStack.shared().admin()) {
            var topic = admin.describeTopics(List.of(names.of(Topic.CUSTOMER_EVENTS)))
                    .allTopicNames()
                    .get()
                    .get(names.of(Topic.CUSTOMER_EVENTS));
            assertThat(topic.partitions()).hasSize(4);
        }
    }

    @Test
    void everyDifferenceIsSaid() {
        String name = "wrong-" + UUID.randomUUID();
        try (TestTopics topics = PlaycallerStack.shared().topics()) {
            topics.create(name, 3, Map.of("cleanup.policy", "compact", "retention.ms", "3600000"));
        }

        assertThat(differences(TopicExpectation.of(Topic.CUSTOMER_EVENTS, name, config)))
                .containsExactlyInAnyOrder(
                        name + " has 3 partitions, must have 4",
                        name + " has cleanup.policy=compact, must have delete",
                        name + " has retention.ms=3600000, must have "
                                + Duration.ofDays(400).toMillis(),
                        name + " has message.timestamp.type=CreateTime, must have LogAppendTime");
    }

    @Test
    void aTopicThatIsMissingIsSaid() {
        assertThat(differences(TopicExpectation.of(Topic.SIGNALS, "nowhere", config)))
                .containsExactly("nowhere is missing");
    }

    @Test
    void whatIsCreatedHereIsRightAndCreatingItAgainHarmsNothing() {
        for (Topic topic : Topic.values()) {
            String name = "right-" + UUID.randomUUID() + "-" + topic.baseName();
            TopicExpectation expected = TopicExpectation.of(topic, name, config);
            assertThat(asked(inspection -> {
                        inspection.createMissing(List.of(expected));
                        inspection.createMissing(List.of(expected));
                        return inspection.differences(List.of(expected));
                    }))
                    .isEmpty();
        }
    }

    private static List<String> differences(TopicExpectation expected) {
        return asked(inspection -> inspection.differences(List.of(expected)));
    }

    /** A broker that stands still for longer than is waited for it is asked again, as at the next probe. */
    private static List<String> asked(Question question) {
        return await().atMost(SOON)
                .ignoreException(TimeoutException.class)
                .until(
                        () -> {
                            try (TopicInspection inspection = inspection()) {
                                return question.of(inspection);
                            }
                        },
                        Objects::nonNull);
    }

    /** What is asked of the broker. */
    private interface Question {
        List<String> of(TopicInspection inspection) throws Exception;
    }

    private static TopicInspection inspection() {
        return new TopicInspection(
                Map.of("bootstrap.servers", PlaycallerStack.shared().addresses().kafka()));
    }
}
