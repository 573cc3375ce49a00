package io.playcaller.health.fold.in;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.FactOrigin;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.fact.UsageRecorded;
import io.playcaller.health.LogTime;
import io.playcaller.health.LogWriter;
import io.playcaller.health.config.HealthConfig;
import io.playcaller.health.config.HealthConfigTest;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.fold.Held;
import io.playcaller.health.fold.app.FoldMetrics;
import io.playcaller.health.fold.app.FoldStore;
import io.playcaller.health.fold.app.PartitionClaims;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTopics;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Partitions come and go, the process dies, the database refuses: nothing is lost and nothing is counted twice. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "health"))
class LogReadingComponentTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Inject
    LogThread thread;

    @Inject
    Holdings holdings;

    @Inject
    PartitionClaims claims;

    @Inject
    ConsumerSettings consumerSettings;

    @Inject
    FoldMetrics metrics;

    @Inject
    MeterRegistry meters;

    @Inject
    FoldStore store;

    @Inject
    HealthConfig config;

    @Inject
    TopicNames topics;

    @Inject
    HealthEngine engine;

    @Inject
    Pool pool;

    private final LogWriter log = new LogWriter();
    private final String account = "account-" + UUID.randomUUID();
    private final int partition = LogWriter.partitionOf(account);

    @BeforeEach
    void theWholeLogIsOwned() {
        await().atMost(LIMIT).until(() -> holdings.owned().size() == LogWriter.PARTITIONS);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aDuplicateBatchIsFoldedOnce() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 20; i++) {
                use("batch-" + account + "-" + i);
            }
        }
        use("last-" + account);

        awaitFacts(21);
    }

    @Test
    void aPoisonRecordInABatchHarmsNobody() {
        use("before-" + account);
        log.poison(account, LogTime.now());
        log.fromTheFuture(account, LogTime.now());
        use("after-" + account);

        awaitFacts(2);
        DeadLetter letter = WireJson.read(
                log.topics()
                        .readUntilOne(
                                LogWriter.topic("dead-letters"),
                                LIMIT,
                                record -> TestTopics.text(record).contains(account))
                        .value(),
                DeadLetter.class);
        assertThat(letter.field()).isEqualTo("/quantity");
        assertThat(letter.expected()).isEqualTo("a number");
        assertThat(letter.actual()).isEqualTo("many");
    }

    @Test
    void whatCameWhileTheServiceWasDownIsFoldedOnceWhenItIsBack() {
        use("up-" + account);
        awaitFacts(1);
        thread.stop();
        use("up-" + account);
        use("down-" + account);

        thread.start();

        awaitFacts(2);
    }

    /** Who was refused waits for as long as a session lasts: here until the test has seen everything. */
    @Test
    void aStaleEpochIsRefusedAndItsPartitionDropped() {
        thread.stop();
        HealthConfig patient =
                HealthConfigTest.of(Map.of("consumer.group-id", "patient", "consumer.session-timeout", "10m"));
        Holdings held = new Holdings();
        LogThread reader = new LogThread(consumerSettings, patient, claims, held, metrics, topics);
        try {
            reader.start();
            await().atMost(LIMIT).until(() -> held.owned().size() == LogWriter.PARTITIONS);
            use("mine-" + account);
            awaitFacts(1);
            double refused = refused();
            raiseEpoch();

            use("contested-" + account);

            await().atMost(LIMIT)
                    .untilAsserted(
                            () -> assertThat(held.troubles()).anyMatch(why -> why.contains("no longer at epoch")));
            assertThat(held.owned()).doesNotContain(partition);
            assertThat(refused()).isEqualTo(refused + 1);
            assertThat(facts()).isEqualTo(1);
        } finally {
            reader.stop();
            thread.start();
        }
        awaitFacts(2);
    }

    @Test
    void aPartitionThatWasDroppedIsTakenAgainLater() {
        use("mine-" + account);
        awaitFacts(1);
        raiseEpoch();

        use("contested-" + account);

        awaitFacts(2);
    }

    @Test
    void aRebalanceBetweenTwoReplicasLosesNothingAndRepeatsNothing() {
        Holdings others = new Holdings();
        LogThread other = new LogThread(consumerSettings, config, claims, others, metrics, topics);
        List<String> accounts = List.of("left-" + account, "right-" + account, "third-" + account, account);
        int written = 0;
        try {
            other.start();
            while (others.owned().isEmpty()
                    || holdings.owned().size() + others.owned().size() < LogWriter.PARTITIONS) {
                use(accounts, written++);
            }
            for (int i = 0; i < 50; i++) {
                use(accounts, written++);
            }
        } finally {
            other.stop();
        }
        while (holdings.owned().size() < LogWriter.PARTITIONS) {
            use(accounts, written++);
        }

        int expected = written;
        for (String each : accounts) {
            await().atMost(LIMIT).untilAsserted(() -> assertThat(facts(each)).isEqualTo(expected));
        }
    }

    @Test
    void aFailedTransactionIsFoldedAgain() {
        use("first-" + account);
        awaitFacts(1);
        pool.query("alter table account_state add constraint away check (account_id <> '" + account + "') not valid")
                .executeAndAwait();
        double failed = meters.counter("health.commits.failed").count();
        use("second-" + account);
        await().atMost(LIMIT)
                .until(() -> meters.counter("health.commits.failed").count() > failed + 1);
        assertThat(facts()).isEqualTo(1);

        pool.query("alter table account_state drop constraint away").executeAndAwait();

        awaitFacts(2);
    }

    @Test
    void aDatabaseAheadOfTheLogIsRefusedAndTheServiceSaysWhere() {
        thread.stop();
        moveCheckpoint(1_000_000);
        thread.start();
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(holdings.troubles())
                        .anyMatch(why -> why.contains("PostgreSQL is ahead of Kafka: partition " + partition)));
        await().atMost(LIMIT)
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(503));

        moveCheckpoint(-1_000_000);

        use("mended-" + account);
        awaitFacts(1);
    }

    @Test
    void ofTwoProcessesWithOneInstanceIdTheFirstEndsAndSaysSo() {
        thread.stop();
        HealthConfig twin =
                HealthConfigTest.of(Map.of("consumer.group-id", "twins", "consumer.group-instance-id", "health-0"));
        Holdings firsts = new Holdings();
        LogThread first = new LogThread(consumerSettings, twin, claims, firsts, metrics, topics);
        Holdings seconds = new Holdings();
        LogThread second = new LogThread(consumerSettings, twin, claims, seconds, metrics, topics);
        try {
            first.start();
            await().atMost(LIMIT).until(() -> firsts.owned().size() == LogWriter.PARTITIONS);

            second.start();

            await().atMost(LIMIT).until(first::endedForGood);
            assertThat(firsts.brokenBecause())
                    .hasValueSatisfying(why -> assertThat(why).contains("group.instance.id"));
            use("twin-" + account);
            awaitFacts(1);
        } finally {
            first.stop();
            second.stop();
            thread.start();
        }
    }

    @Test
    void theOwnerOfAPartitionSaysInItWhichModelMakesTheScores() {
        String hash = engine.model().contentHash();

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(partitionsTold(hash)).containsExactlyInAnyOrder(0, 1, 2, 3));
    }

    private List<Integer> partitionsTold(String hash) {
        return log.topics().readAll(LogWriter.topic("customer-events")).stream()
                .filter(it -> TestTopics.header(it, "ce_type")
                        .filter("io.playcaller.log.model-activated.v1"::equals)
                        .isPresent())
                .filter(it -> TestTopics.text(it).contains(hash))
                .map(ConsumerRecord::partition)
                .distinct()
                .toList();
    }

    private void moveCheckpoint(long by) {
        pool.preparedQuery("update checkpoint set next_offset = next_offset + $1 where topic = $2 and partition = $3")
                .executeAndAwait(Tuple.of(by, LogWriter.topic("customer-events"), partition));
    }

    private void use(List<String> accounts, int number) {
        accounts.forEach(each -> use(each, number + "-" + each));
    }

    private void use(String id) {
        use(account, id);
    }

    private void use(String who, String id) {
        log.fact(id, who, LogTime.now(), FactOrigin.LIVE, new UsageRecorded(who, "login", null, null, null, 1, true));
    }

    private void raiseEpoch() {
        pool.preparedQuery("update checkpoint set epoch = epoch + 1 where topic = $1 and partition = $2")
                .executeAndAwait(Tuple.of(LogWriter.topic("customer-events"), partition));
    }

    private double refused() {
        return meters.counter("health.commits.refused").count();
    }

    private void awaitFacts(long count) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(facts()).isEqualTo(count));
    }

    private long facts() {
        return facts(account);
    }

    private long facts(String who) {
        return store.load(List.of(who)).get(who) instanceof Held held
                ? held.state().factCount()
                : 0;
    }
}
