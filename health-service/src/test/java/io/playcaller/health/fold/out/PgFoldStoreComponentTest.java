package io.playcaller.health.fold.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.fold.Checkpoint;
import io.playcaller.health.fold.Work;
import io.playcaller.health.fold.app.FoldStore;
import io.playcaller.health.fold.app.FoldStoreConformance;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "health"))
class PgFoldStoreComponentTest extends FoldStoreConformance {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Inject
    FoldStore store;

    @Inject
    Pool pool;

    @Override
    protected FoldStore store() {
        return store;
    }

    /** Kafka does not have these partitions: what other tests ask of all there are would wait for them. */
    @AfterEach
    void nothingIsLeft() {
        for (String table : List.of("checkpoint", "account_state", "quarantine")) {
            pool.query("delete from " + table + " where partition >= 1000").executeAndAwait();
        }
        pool.query("delete from outbox where shard >= 1000").executeAndAwait();
    }

    /** Nobody relays the partitions of these tests, so that what is to be told waits. */
    @Test
    void historyAndThePageHaveWhatKafkaIsTold() {
        String account = storeAScore();

        Row row = row("""
                select convert_from(h.said, 'UTF8') as kept, a.health::text as shown, s.health is null as once, o.value as told
                  from health_history h
                  join outbox o on o.key = h.account_id and o.topic like '%health-changes'
                  join account_listed a on a.account_id = h.account_id
                  join account_state s on s.account_id = h.account_id
                 where h.account_id = $1
                """, account);
        String told = row.getString("told");
        assertThat(row.getString("kept")).isEqualTo(told);
        assertThat(row.getString("shown")).isEqualTo(told);
        assertThat(row.getBoolean("once")).isTrue();
        assertThat(WireJson.read(told.getBytes(StandardCharsets.UTF_8), HealthChanged.class)
                        .accountId())
                .isEqualTo(account);
    }

    /** As in an update of one replica after the other. */
    @Test
    void whatAReplicaOfBeforeSaidIsShownUntilANewerOneSaysSomething() {
        String account = storeAScore();
        run("update health_history set said = null where account_id = $1", account);
        run("update account_state set health = '{\"score\":1}' where account_id = $1", account);

        assertThat(shown(account)).isEqualTo("{\"score\":1}");

        run("""
                insert into health_history (account_id, rev, valid_from, known_at, score, grade, confidence, model_version, said)
                select account_id, rev + 1, valid_from, known_at, score, grade, confidence, model_version, '{"score":2}'
                  from health_history where account_id = $1
                """, account);
        assertThat(shown(account)).isEqualTo("{\"score\":2}");
    }

    @Test
    void aStepThatShowsNothingLeavesTheColumnsOfLists() {
        String account = storeAScore();
        run("update account_state set name = 'as it stands' where account_id = $1", account);

        storeAStepThatSaysNothing(account);

        assertThat(name(account)).isEqualTo("as it stands");
    }

    @Test
    void columnsThatAReplicaOfBeforeWroteAreWrittenWithTheNextStep() {
        String account = storeAScore();
        run("update account_state set name = 'of before', listed = 0 where account_id = $1", account);

        storeAStepThatSaysNothing(account);

        assertThat(name(account)).isNotEqualTo("of before");
        assertThat(listed(account)).isEqualTo(1);
    }

    /** It does not know which of them move: left as they are, a newer one would take them for whole. */
    @Test
    void columnsThatANewerReplicaWroteAreItsToWriteAgainAfterAStepOfThisOne() {
        String account = storeAScore();
        run("update account_state set listed = 2 where account_id = $1", account);

        storeAStepThatSaysNothing(account);

        assertThat(listed(account)).isEqualTo(1);
    }

    private int listed(String account) {
        return row("select listed::int from account_state where account_id = $1", account)
                .getInteger("listed");
    }

    private String shown(String account) {
        return row("select health::text as health from account_listed where account_id = $1", account)
                .getString("health");
    }

    private @Nullable String name(String account) {
        return row("select name from account_state where account_id = $1", account)
                .getString("name");
    }

    private Row row(String sql, String account) {
        return run(sql, account).iterator().next();
    }

    private RowSet<Row> run(String sql, String account) {
        return pool.preparedQuery(sql).execute(Tuple.of(account)).await().atMost(LIMIT);
    }

    /** Its owner may have passed over an activation, so that it is to be said again. */
    @Test
    void aCheckpointOfAVersionOfBeforeKnowsNoModel() {
        int partition = 2_000;
        UUID topic = UUID.fromString("00000000-0000-4000-8000-000000000001");
        long epoch = store.claim(partition, topic, 0).epoch();
        LogState log = new LogState(Instant.EPOCH, new TreeMap<>(), new TreeSet<>(), "a-hash");
        store.store(new FoldStore.Move(partition, epoch, 0, new Checkpoint(5, 0, log)), new Work());
        assertThat(store.claim(partition, topic, 0).checkpoint().log()).isEqualTo(log);

        // A version of before ended where peers begin now: one byte, as there are none.
        String before = "set_byte(substring(log_state for length(log_state) - 1), 0, 5)";
        pool.preparedQuery("update checkpoint set log_state = " + before + " where partition = $1")
                .execute(Tuple.of(partition))
                .await()
                .atMost(LIMIT);

        assertThat(store.claim(partition, topic, 0).checkpoint().log()).isEqualTo(log.withoutModel());
    }
}
