package io.playcaller.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTopics;
import io.playcaller.testkit.node.NodeProof;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Unmodified clients send 50,000 events each while the door and the broker are killed: every id is in the log, and
 * health-service counts each once. Runs alone: {@code -Dtest.excluded=none -Dgroups=long -Dit.test=ClientsInStormIT}.
 */
@Tag("long")
class ClientsInStormIT {

    private static final String EVENTS = System.getProperty("playcaller.system.clients.events", "49999");
    private static final String PER_SECOND = "600";
    private static final Duration SENDING = Duration.ofMinutes(15);
    private static final Duration FOLDING = Duration.ofMinutes(3);

    private static Storm storm;

    @BeforeAll
    static void start(@TempDir Path home) {
        storm = new Storm(home);
    }

    @AfterAll
    static void stop() {
        storm.close();
    }

    @Test
    void whatSegmentsNodeClientSendsCountsOnce() {
        requireOnce("segment", send("send.mjs", "segment"), "", "tracks");
    }

    @Test
    void whatTheCloudEventsNodeClientSendsCountsOnce() {
        requireOnce("npm", send("cloudevents.mjs", "npm"), "/npm/cloudevents#", "binary", "structured", "batched");
    }

    private static JsonNode send(String script, String prefix) {
        NodeProof node = NodeProof.of(Path.of("../usage-ingest/src/test/node"));
        CompletableFuture<NodeProof.Outcome> sending = CompletableFuture.supplyAsync(() -> node.run(
                SENDING,
                Map.of(),
                script,
                storm.door(),
                Installation.KEYS.get("web"),
                EVENTS,
                prefix,
                PER_SECOND));
        storm.over(sending);
        NodeProof.Outcome sent = sending.join();
        assertThat(sent.exitCode()).as(sent.output()).isZero();
        try {
            return new ObjectMapper().readTree(sent.output());
        } catch (IOException e) {
            throw new AssertionError(sent.output(), e);
        }
    }

    /** @param idPrefix what the door puts before the client's ids */
    private static void requireOnce(String account, JsonNode sent, String idPrefix, String... kinds) {
        List<String> ids = Stream.of(kinds)
                .flatMap(kind -> StreamSupport.stream(sent.path(kind).spliterator(), false))
                .map(id -> idPrefix + id.textValue())
                .toList();
        assertThat(ids).hasSize(Integer.parseInt(EVENTS));
        Map<String, Integer> written = written(account + "-account");
        assertThat(new TreeSet<>(written.keySet())).isEqualTo(new TreeSet<>(ids));
        StoredFacts stored = new StoredFacts(PlaycallerStack.shared());
        await("every event is counted once").atMost(FOLDING).untilAsserted(() -> assertThat(
                        stored.counted(account).values())
                .singleElement()
                .satisfies(counted -> assertThat(counted.uses()).isEqualTo(ids.size())));
        System.out.printf(
                "%s: %d sent, %d ids in the log, %d of them twice, counted once each; %d kills so far%n",
                account,
                ids.size(),
                written.size(),
                written.values().stream().filter(times -> times > 1).count(),
                storm.kills());
    }

    private static Map<String, Integer> written(String account) {
        try (TestTopics topics = new TestTopics(storm.broker())) {
            Map<String, Integer> written = new HashMap<>();
            topics.readAll(PlaycallerStack.topicPrefix() + "customer-events").stream()
                    .filter(record -> account.equals(record.key()))
                    .filter(record ->
                            TestTopics.header(record, "ce_type").orElse("").equals("io.playcaller.usage.recorded.v1"))
                    .forEach(record ->
                            written.merge(TestTopics.header(record, "ce_id").orElseThrow(), 1, Integer::sum));
            return written;
        }
    }
}
