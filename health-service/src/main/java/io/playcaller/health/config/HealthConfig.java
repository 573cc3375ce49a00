package io.playcaller.health.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Everything that can be set, with its default. README.md explains when to. */
@ConfigMapping(prefix = "playcaller.health")
public interface HealthConfig {

    /** Directory whose files replace the shipped ones of the same name; empty uses the shipped model. */
    Optional<Path> modelDir();

    Model model();

    Consumer consumer();

    Fold fold();

    History history();

    Peers peers();

    Rebuild rebuild();

    /** What becomes of the files that a replica starts with. */
    interface Model {

        /**
         * Whether files that never were in force are put in force at start. False leaves them for somebody to activate; where
         * nothing is in force yet they are in either case.
         */
        @WithDefault("true")
        boolean activateFiles();
    }

    /** How the log is read. */
    interface Consumer {

        /** False in tests that drive the fold themselves. */
        @WithDefault("true")
        boolean enabled();

        @WithDefault("health-service")
        @NotBlank
        String groupId();

        /** Stable name of this replica, such as its host name: a restart within the session gets its partitions back. */
        Optional<String> groupInstanceId();

        /** Records per turn over all partitions; bounds a transaction. */
        @WithDefault("1000")
        @Min(1)
        @Max(20_000)
        int maxPollRecords();

        /** A replica silent for so long loses its partitions. */
        @WithDefault("15s")
        @DurationMin(seconds = 6)
        Duration sessionTimeout();

        /** Work between two polls, beyond which what is left waits for the next turn; a transaction in work is finished. */
        @WithDefault("5s")
        @DurationMin(millis = 100)
        @DurationMax(seconds = 60)
        Duration turn();

        /** Positions go to Kafka this often, for lag metrics only. */
        @WithDefault("2s")
        @DurationMin(millis = 100)
        Duration positionsEvery();

        /** First pause after a failed claim or transaction; doubles up to {@link #backOffMax()}. */
        @WithDefault("200ms")
        @DurationMin(millis = 1)
        Duration backOffMin();

        @WithDefault("10s")
        @DurationMin(millis = 1)
        Duration backOffMax();
    }

    /** How a partition is folded. */
    interface Fold {

        /** Log time for which a repeated fact is recognised. */
        @WithDefault("15m")
        @DurationMin(minutes = 1)
        Duration dedupWindow();

        /** Accounts advanced per transaction when time passes or a model is activated. */
        @WithDefault("500")
        @Min(1)
        @Max(10_000)
        int slice();

        /**
         * Percent of the largest heap that account states of all partitions together may take, by estimate; the others are
         * read when needed.
         */
        @WithDefault("40")
        @Min(0)
        @Max(80)
        int cacheShare();

        /** How long a statement or transaction may take before it counts as failed. */
        @WithDefault("30s")
        @DurationMin(seconds = 1)
        Duration storeTimeout();

        /** Partitions that store at the same time, each on a connection of its own; answers over HTTP need some of the pool, too. */
        @WithDefault("8")
        @Min(1)
        @Max(12)
        int storesAtOnce();
    }

    /** With whom relative measures are compared. */
    interface Peers {

        /** How often it is looked whether peers are to be counted, by the log's time. */
        @WithDefault("10m")
        @DurationMin(seconds = 1)
        Duration look();
    }

    /** What is kept of the changes of scores, by the log's time. */
    interface History {

        /** Every change is kept so long; of older days those of a point or of grade, and the last of each day. */
        @WithDefault("30d")
        @DurationMin(days = 1)
        Duration wholeFor();

        /** What is older is deleted, but for the change that held then. */
        @WithDefault("765d")
        @DurationMin(days = 1)
        Duration keptFor();

        /** How often it is looked whether a day has grown old enough. */
        @WithDefault("10m")
        @DurationMin(seconds = 1)
        Duration sweep();

        /** Accounts per transaction of the sweep. */
        @WithDefault("200")
        @Min(1)
        @Max(10_000)
        int slice();
    }

    /** How the state is rebuilt from the log, beside the one that runs. */
    interface Rebuild {

        /**
         * Schema in which it is built, emptied when another one begins, and so named that it can be no other's. What was replaced
         * goes into the one of this name with {@code _before} behind it. Of this installation alone where several share a database.
         */
        @WithDefault("health_rebuild")
        @Pattern(regexp = "[a-z][a-z0-9_]{0,40}_rebuild")
        String schema();

        /** Percent of the largest heap that its account states may take, besides {@link Fold#cacheShare()}. */
        @WithDefault("10")
        @Min(0)
        @Max(40)
        int cacheShare();

        /** How long one of its statements over all accounts may take, such as the copy that it is compared with. */
        @WithDefault("10m")
        @DurationMin(seconds = 1)
        @DurationMax(minutes = 30)
        Duration stepTimeout();
    }
}
