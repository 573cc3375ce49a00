package io.playcaller.outbox.wiring;

import io.playcaller.contracts.Ids;
import io.playcaller.outbox.HibernateOutbox;
import io.playcaller.outbox.PgOutbox;
import io.playcaller.outbox.Sharding;
import io.playcaller.outbox.relay.KafkaShardProducer;
import io.playcaller.outbox.relay.OutboxRelay;
import io.playcaller.outbox.relay.PgLeases;
import io.playcaller.outbox.relay.PgOutboxRows;
import io.playcaller.outbox.relay.RelaySettings;
import io.smallrye.common.annotation.Identifier;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the beans that a service injects: {@link PgOutbox} or {@link HibernateOutbox}, and {@link OutboxRelay}. */
@Singleton
final class OutboxBeans {

    private static final Duration STATEMENT_WITHIN = Duration.ofSeconds(5);

    private final OutboxConfig config;

    OutboxBeans(OutboxConfig config) {
        this.config = config;
    }

    @Produces
    @Singleton
    Sharding sharding() {
        return new Sharding(config.shards());
    }

    @Produces
    @Singleton
    PgOutbox pgOutbox(Sharding sharding) {
        return new PgOutbox(sharding);
    }

    @Produces
    @Singleton
    HibernateOutbox hibernateOutbox(Sharding sharding) {
        return new HibernateOutbox(sharding);
    }

    @Produces
    @Singleton
    OutboxRelay relay(
            Pool pool,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "playcaller.topic-prefix") Optional<String> prefix) {
        var settings = new RelaySettings(
                config.service() + "-" + Ids.next(),
                config.shards(),
                config.batch(),
                config.senders(),
                config.poll(),
                config.leaseTtl());
        var leases = new PgLeases(pool, STATEMENT_WITHIN);
        var rows = new PgOutboxRows(pool, STATEMENT_WITHIN);
        var producers = KafkaShardProducer.factory(broker, prefix.orElse("") + config.service());
        return config.mode() == OutboxConfig.Mode.LEASE
                ? OutboxRelay.byLease(settings, leases, rows, producers)
                : OutboxRelay.explicit(settings, leases, rows, producers);
    }

    void close(@Disposes OutboxRelay relay) {
        relay.close();
    }
}
