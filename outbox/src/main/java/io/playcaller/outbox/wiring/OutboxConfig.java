package io.playcaller.outbox.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

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
    @NotBlank
    String service();

    /** Shards by key hash; change it only while the outbox is empty. */
    @WithDefault("16")
    @Min(1)
    @Max(1_024)
    int shards();

    /** How many records are sent in one transaction, at most. */
    @WithDefault("500")
    @Min(1)
    @Max(10_000)
    int batch();

    /** How many shards are sent at once. */
    @WithDefault("4")
    @Min(1)
    @Max(256)
    int senders();

    /** How often the outbox is looked at without a poke: the delay of records that another replica appended. */
    @WithDefault("200ms")
    @DurationMin(millis = 1)
    Duration poll();

    /** How long the shards of a replica that died wait for another. */
    @WithDefault("8s")
    @DurationMin(millis = 100)
    Duration leaseTtl();
}
