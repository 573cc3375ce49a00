package io.playcaller.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.Topic;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTopics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Unmodified clients send 50,000 events each while the door and the broker are killed: every id is in the log, no other is,
 * and health-service counts each once. Runs alone; the README says how.
 */
@Tag("long")
class ClientsInStormIT {

    /** Three modes of CloudEvents share them in equal parts. */
    private static final int EVENTS = Integer.getInteger("playcaller.system.clients.events", 50_001);

    private static final int PER_SECOND = 600;
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
        requireOnce(new NodeClient("send.mjs", "segment", storm.door(), "", List.of("tracks")));
    }

    @Test
    void whatTheCloudEventsNodeClientSendsCountsOnce() {
        List<String> modes = List.of("binary", "structured", "batched");
        requireOnce(new NodeClient("cloudevents.mjs", "npm", storm.door(), "/npm/cloudevents#", modes));
    }

    @Test
    void whatTheJavaSdkOfCloudEventsWritesToKafkaCountsOnce() {
        requireOnce(new JavaSdkClient(storm.broker(), topic(Topic.USAGE_EVENTS)));
    }

    @Test
    void whatKcatWritesToKafkaCountsOnce() {
        requireOnce(new KcatClient(storm.broker(), topic(Topic.USAGE_EVENTS)));
    }

    private static void requireOnce(Client client) {
        int before = storm.kills();
        List<String> ids = storm.over(CompletableFuture.supplyAsync(() -> sent(client)));
        assertThat(ids).hasSize(EVENTS).doesNotHaveDuplicates();
        await("every id that was sent is in the log")
                .atMost(FOLDING)
                .untilAsserted(
                        () -> assertThat(without(ids, written(client).keySet())).isEmpty());
        assertThat(without(written(client).keySet(), ids))
                .as("ids in the log that nobody sent")
                .isEmpty();
        StoredFacts stored = new StoredFacts(PlaycallerStack.shared());
        String chapter = client.account().substring(0, client.account().indexOf('-'));
        await("every event is counted once")
                .atMost(FOLDING)
                .untilAsserted(() -> assertThat(stored.counted(chapter).values())
                        .singleElement()
                        .satisfies(counted -> assertThat(counted.uses()).isEqualTo(ids.size())));
        System.out.printf(
                "%s: %d sent, %d ids in the log, %d of them twice, counted once each; %d kills%n",
                client.account(),
                ids.size(),
                written(client).size(),
                written(client).values().stream().filter(times -> times > 1).count(),
                storm.kills() - before);
    }

    private static Set<String> without(Collection<String> all, Collection<String> those) {
        Set<String> rest = new TreeSet<>(all);
        those.forEach(rest::remove);
        return rest;
    }

    private static List<String> sent(Client client) {
        try {
            return client.send(EVENTS, PER_SECOND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        }
    }

    /** How often each id of the client's account is in the log. */
    private static Map<String, Integer> written(Client client) {
        try (TestTopics topics = new TestTopics(storm.broker())) {
            Map<String, Integer> written = new HashMap<>();
            topics.readAll(topic(Topic.CUSTOMER_EVENTS)).stream()
                    .filter(record -> client.account().equals(record.key()))
                    .filter(record -> TestTopics.header(record, EventCodec.TYPE)
                            .orElse("")
                            .equals("io.playcaller.usage.recorded.v1"))
                    .forEach(record -> written.merge(
                            TestTopics.header(record, EventCodec.ID).orElseThrow(), 1, Integer::sum));
            return written;
        }
    }

    private static String topic(Topic topic) {
        return PlaycallerStack.topicPrefix() + topic.baseName();
    }
}
