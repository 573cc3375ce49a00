package io.playcaller.chassis.topics;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlaycallerStack.class)
class TopicsComponentTest {

    @Inject
    TopicNames names;

    @Inject
    TopicsConfig config;

    @Test
    void missingTopicsAreCreatedAtStartAndTheServiceIsReady() throws Exception {
        when().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.findAll { it.name == 'topics' }.status", hasItem("UP"));
        try (Admin admin = PlaycallerStack.shared().admin()) {
            var topic = admin.describeTopics(List.of(names.of(Topic.CUSTOMER_EVENTS)))
                    .allTopicNames()
                    .get()
                    .get(names.of(Topic.CUSTOMER_EVENTS));
            assertThat(topic.partitions()).hasSize(4);
        }
    }

    @Test
    void everyDifferenceIsSaid() throws Exception {
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
    void aTopicThatIsMissingIsSaid() throws Exception {
        assertThat(differences(TopicExpectation.of(Topic.SIGNALS, "nowhere", config)))
                .containsExactly("nowhere is missing");
    }

    @Test
    void whatIsCreatedHereIsRightAndCreatingItAgainHarmsNothing() throws Exception {
        for (Topic topic : Topic.values()) {
            String name = "right-" + UUID.randomUUID() + "-" + topic.baseName();
            TopicExpectation expected = TopicExpectation.of(topic, name, config);
            try (TopicInspection inspection = inspection()) {
                inspection.createMissing(List.of(expected));
                inspection.createMissing(List.of(expected));

                assertThat(inspection.differences(List.of(expected))).isEmpty();
            }
        }
    }

    private List<String> differences(TopicExpectation expected) throws Exception {
        try (TopicInspection inspection = inspection()) {
            return inspection.differences(List.of(expected));
        }
    }

    private static TopicInspection inspection() {
        return new TopicInspection(
                Map.of("bootstrap.servers", PlaycallerStack.shared().addresses().kafka()));
    }
}
