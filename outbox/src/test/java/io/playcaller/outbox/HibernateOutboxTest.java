package io.playcaller.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.persistence.LockModeType;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.microprofile.context.spi.ContextManagerProvider;
import org.hibernate.cfg.Configuration;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.pool.impl.DefaultSqlClientPoolConfiguration;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.junit.jupiter.api.Test;

class HibernateOutboxTest extends OutboxConformance {

    static {
        // Quarkus does this at start. Without it the first to ask sets the provider, and two at once fail.
        ContextManagerProvider.instance();
    }

    private final HibernateOutbox outbox = new HibernateOutbox(new Sharding(OutboxFixture.SHARDS));
    private Mutiny.SessionFactory sessions;

    @Override
    TransactionalWriter writer(OutboxFixture at) {
        sessions = sessionFactory(at);
        return new TransactionalWriter() {
            @Override
            public Uni<Void> inTransaction(Function<Transaction, Uni<?>> work) {
                return sessions.withTransaction(
                        session -> onItsThread(work.apply(on(session))).replaceWithVoid());
            }

            @Override
            public void close() {
                sessions.close();
            }
        };
    }

    @Test
    void changedEntityIsLockedBeforeTheAppend() {
        fixture.execute("insert into keyed (key, rev) values ('acme', 1)");

        Boolean free = sessions.withTransaction(session -> session.find(Keyed.class, "acme")
                        .invoke(keyed -> keyed.rev++)
                        .chain(() -> outbox.append(session, List.of(fixture.change("acme", 2))))
                        .chain(() -> onItsThread(fixture.pool
                                .preparedQuery("select from keyed where key = $1 for update skip locked")
                                .execute(Tuple.of("acme"))
                                .map(found -> found.size() == 1))))
                .await()
                .atMost(OutboxFixture.PATIENCE);

        assertThat(free).isFalse();
    }

    @Test
    void appendOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> sessions.withSession(
                                session -> outbox.append(session, List.of(fixture.change("acme", 1))))
                        .await()
                        .atMost(OutboxFixture.PATIENCE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("this session has none");
    }

    /** Comes back to the thread of the session, which must not be left. */
    private static <T> Uni<T> onItsThread(Uni<T> elsewhere) {
        Context context = Vertx.currentContext();
        return elsewhere.emitOn(task -> context.runOnContext(none -> task.run()));
    }

    private TransactionalWriter.Transaction on(Mutiny.Session session) {
        return new TransactionalWriter.Transaction() {
            @Override
            public Uni<Long> nextRevision(String key) {
                return session.createNativeQuery("insert into keyed (key, rev) values (:key, 0) on conflict do nothing")
                        .setParameter("key", key)
                        .executeUpdate()
                        .chain(() -> session.find(Keyed.class, key, LockModeType.PESSIMISTIC_WRITE))
                        .map(keyed -> ++keyed.rev);
            }

            @Override
            public Uni<Void> append(List<OutboxRecord> records) {
                return outbox.append(session, records);
            }
        };
    }

    private static Mutiny.SessionFactory sessionFactory(OutboxFixture at) {
        var options = at.connectOptions();
        Configuration configuration = new Configuration().addAnnotatedClass(Keyed.class);
        var registry = new ReactiveServiceRegistryBuilder()
                .applySetting("hibernate.connection.url", at.jdbcUrl())
                .applySetting("hibernate.vertx.pool.configuration_class", InSchema.class.getName())
                .applySetting("hibernate.connection.username", options.getUser())
                .applySetting("hibernate.connection.password", options.getPassword())
                .applySetting("hibernate.connection.pool_size", "10")
                .build();
        return configuration.buildSessionFactory(registry).unwrap(Mutiny.SessionFactory.class);
    }

    /** Enters the schema that the URL names, as the driver of JDBC does, and waits for a connection as the fixture does. */
    public static final class InSchema extends DefaultSqlClientPoolConfiguration {

        private static final long serialVersionUID = 1;

        @Override
        public PoolOptions poolOptions() {
            return super.poolOptions()
                    .setConnectionTimeout(Math.toIntExact(OutboxFixture.PATIENCE.toSeconds()))
                    .setConnectionTimeoutUnit(TimeUnit.SECONDS);
        }

        @Override
        public SqlConnectOptions connectOptions(URI uri) {
            String schema = uri.getQuery().replace("currentSchema=", "");
            return super.connectOptions(URI.create(uri.toString().replaceAll("\\?.*", "")))
                    .addProperty("search_path", schema);
        }
    }
}
