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
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "health"))
class PgFoldStoreComponentTest extends FoldStoreConformance {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Inject
    FoldStore store;

    @Inject
    Pool pool;

    @Override
    protected FoldStore store() {
        return store;
    }

    /** Nobody relays the partitions of these tests, so that what is to be told waits. */
    @Test
    void theRowOfAnAccountKeepsWhatKafkaIsTold() {
        String account = storeAScore();

        Row row = pool.preparedQuery("""
                        select a.health::text as kept, o.value as told
                          from account_state a join outbox o on o.key = a.account_id
                         where a.account_id = $1
                        """)
                .execute(Tuple.of(account))
                .await()
                .atMost(LIMIT)
                .iterator()
                .next();
        String kept = row.getString("kept");
        assertThat(kept).isEqualTo(row.getString("told"));
        assertThat(WireJson.read(kept.getBytes(StandardCharsets.UTF_8), HealthChanged.class)
                        .accountId())
                .isEqualTo(account);
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
