package io.playcaller.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;

class PgOutboxTest extends OutboxConformance {

    private static final String NEXT = """
            insert into keyed (key, rev) values ($1, 1)
            on conflict (key) do update set rev = keyed.rev + 1
            returning rev""";

    @Override
    TransactionalWriter writer(OutboxFixture at) {
        PgOutbox outbox = new PgOutbox(new Sharding(OutboxFixture.SHARDS));
        return new TransactionalWriter() {
            @Override
            public Uni<Void> inTransaction(Function<Transaction, Uni<?>> work) {
                return at.pool.withTransaction(
                        connection -> work.apply(on(connection, outbox)).replaceWithVoid());
            }

            @Override
            public void close() {}
        };
    }

    private static TransactionalWriter.Transaction on(SqlConnection connection, PgOutbox outbox) {
        return new TransactionalWriter.Transaction() {
            @Override
            public Uni<Long> nextRevision(String key) {
                return connection
                        .preparedQuery(NEXT)
                        .execute(Tuple.of(key))
                        .map(found -> found.iterator().next().getLong("rev"));
            }

            @Override
            public Uni<Void> append(List<OutboxRecord> records) {
                return outbox.append(connection, records);
            }
        };
    }
}
