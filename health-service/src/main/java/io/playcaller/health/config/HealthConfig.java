package io.playcaller.health.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Everything that can be set, with its default. README.md explains when to. */
@ConfigMapping(prefix = "playcaller.health")
public interface HealthConfig {

    /** Directory whose files replace the shipped ones of the same name; empty uses the shipped model. */
    Optional<Path> modelDir();

    Consumer consumer();

    Fold fold();

    /** How the log is read. */
    interface Consumer {

        /** False in tests that drive the fold themselves. */
        @WithDefault("true")
        boolean enabled();

        @WithDefault("health-service")
        String groupId();

        /** Stable name of this replica, such as its host name: a restart within the session gets its partitions back. */
        Optional<String> groupInstanceId();

        /** Records per turn over all partitions; bounds a transaction. */
        @WithDefault("1000")
        int maxPollRecords();

        /** A replica silent for so long loses its partitions. */
        @WithDefault("PT15S")
        Duration sessionTimeout();

        /** Positions go to Kafka this often, for lag metrics only. */
        @WithDefault("PT2S")
        Duration positionsEvery();

        /** First pause after a failed claim or transaction; doubles up to {@link #backOffMax()}. */
        @WithDefault("PT0.2S")
        Duration backOffMin();

        @WithDefault("PT10S")
        Duration backOffMax();
    }

    /** How a partition is folded. */
    interface Fold {

        /** Log time for which a repeated fact is recognised. */
        @WithDefault("PT15M")
        Duration dedupWindow();

        /** Accounts advanced per transaction when time passes or a model is activated. */
        @WithDefault("500")
        int slice();

        /** Account states kept in memory per partition; the others are read when needed. */
        @WithDefault("10000")
        int cachedAccounts();

        /** How long a statement or transaction may take before it counts as failed. */
        @WithDefault("PT30S")
        Duration storeTimeout();
    }
}
