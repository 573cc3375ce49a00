package io.playcaller.outbox;

import static io.playcaller.outbox.OutboxFixture.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playcaller.outbox.relay.Leases;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PgLeasesTest extends LeasesConformance {

    private static final String MADE_BY_ANOTHER =
            "insert into outbox_lease (shard) select * from generate_series(0, 3)";

    private static final String THAT_WAIT_FOR_IT = """
            select count(*) from pg_stat_activity
            where wait_event_type = 'Lock' and query like '%insert into outbox_lease (shard)%'""";

    private final OutboxFixture fixture = new OutboxFixture();
    private final Leases leases = fixture.leases();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Override
    Leases leases() {
        return leases;
    }

    @Test
    void replicasThatBeginAtOneMomentKnowTheShardsThatTheyAskFor() {
        // Given: another has made the shards known, and has not committed yet
        var made = new CompletableFuture<Void>();
        var mayCommit = new CompletableFuture<Void>();
        var another = fixture.pool
                .withTransaction(tx -> tx.query(MADE_BY_ANOTHER)
                        .execute()
                        .invoke(() -> made.complete(null))
                        .chain(() -> Uni.createFrom().completionStage(mayCommit)))
                .subscribeAsCompletionStage();
        made.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();

        // When
        var known = CompletableFuture.supplyAsync(() -> leases.prepare(4));
        await().atMost(PATIENCE).until(() -> waiting() == 1);
        mayCommit.complete(null);

        // Then
        another.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        assertThat(known.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join())
                .isEqualTo(4);
    }

    private long waiting() {
        return fixture.pool
                .query(THAT_WAIT_FOR_IT)
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }
}
