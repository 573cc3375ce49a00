package io.playcaller.outbox.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code playcaller.outbox.*}. */
@ConfigMapping(prefix = "playcaller.outbox")
public interface OutboxConfig {

    /** Who decides which shards this process relays. */
    enum Mode {
        /** The replicas share the shards by lease. */
        LEASE,
        /** The service takes and releases shards itself. */
        EXPLICIT,
        /** Nothing is relayed by this process. */
        OFF
    }

    @WithDefault("lease")
    Mode mode();

    /** Names the producers, so that the broker fences the right one; the same in all replicas, unlike every other service. */
    @WithDefault("${quarkus.application.name}")
    String service();

    /** Shards by key hash; change it only while the outbox is empty. */
    @WithDefault("16")
    int shards();

    /** How many records are sent in one transaction, at most. */
    @WithDefault("500")
    int batch();

    /** How many shards are sent at once. */
    @WithDefault("4")
    int senders();

    /** How often the outbox is looked at without a poke: the delay of records that another replica appended. */
    @WithDefault("200ms")
    Duration poll();

    /** How long the shards of a replica that died wait for another. */
    @WithDefault("8s")
    Duration leaseTtl();
}
