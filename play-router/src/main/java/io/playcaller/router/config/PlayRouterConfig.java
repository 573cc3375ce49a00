package io.playcaller.router.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** {@code playcaller.router.*}. */
@ConfigMapping(prefix = "playcaller.router")
public interface PlayRouterConfig {

    /** Holds files that replace shipped ones, each by its name: {@code plays.yaml}, {@code directory.yaml} and so on. */
    Optional<Path> configDir();

    /** How often those files are looked at. */
    @WithDefault("2s")
    @DurationMin(millis = 10)
    Duration reloadEvery();

    /** How often it is looked for findings: the most that one, or its end, is told late. */
    @WithDefault("10s")
    @DurationMin(millis = 10)
    @DurationMax(hours = 1)
    Duration findingsEvery();

    Timers timers();

    Webhook webhook();

    SalesforceConfig salesforce();

    JiraConfig jira();

    Reconciliation reconciliation();

    Retention retention();

    Digital digital();

    Brake brake();

    /** How many runs of plays may begin within an hour before the rest is held for somebody to look. */
    interface Brake {

        /** So many runs of a play may begin always. */
        @WithDefault("20")
        @Min(1)
        @Max(1_000_000)
        int least();

        /** Where that is more: for so many percent of the accounts in the play's tiers. */
        @WithDefault("5")
        @Min(0)
        @Max(100)
        int percent();

        /** Runs of all plays together; without it {@code least}, or {@code percent} of all accounts. */
        Optional<@Min(1) @Max(10_000_000) Integer> total();
    }

    /** The worker that fires what is due. */
    interface Timers {

        /** How often it looks: the most that a timer is late on an idle service. */
        @WithDefault("100ms")
        @DurationMin(millis = 1)
        Duration poll();

        /** How many fire in one transaction, at most. */
        @WithDefault("200")
        @Min(1)
        @Max(1_000)
        int batch();
    }

    /** The generic webhook (Standard Webhooks). */
    interface Webhook {

        /** Where deliveries go; without it none are sent, and their ledger says so. */
        Optional<URI> url();

        /** {@code whsec_} and 24 to 64 bytes in Base64. */
        Optional<String> secret();

        /** The secret before, for as long as a receiver goes by it: messages are signed with both. */
        Optional<String> previousSecret();

        /** Hosts, or networks such as {@code 127.0.0.0/8}, that may be reached although they are not public. */
        Optional<List<String>> allow();

        @WithDefault("15s")
        @DurationMin(millis = 1)
        Duration timeout();

        /** How often the workers of all tools look without being poked: for retries, and for what other replicas wrote. */
        @WithDefault("500ms")
        @DurationMin(millis = 1)
        Duration poll();

        /** How many are sent at once. */
        @WithDefault("16")
        @Min(1)
        @Max(256)
        int concurrency();

        /** How many a replica sends in a second, over time and at once after a quiet while. */
        @WithDefault("500")
        @Min(1)
        @Max(10_000)
        int perSecond();
    }

    /** How long what is over is kept. */
    interface Retention {

        /**
         * From its end on, for runs with their tasks, and for signals; of a run at least until it was looked back at for the
         * last time.
         */
        @WithDefault("760d")
        @DurationMin(days = 180)
        Duration keep();

        /** How often it is looked for what is older. */
        @WithDefault("1h")
        @DurationMin(millis = 100)
        Duration every();
    }

    /** Messages to people of customers. */
    interface Digital {

        /** At least 24 bytes in Base64 each: the first signs ways out of messages, all are believed. Without one nobody is written to. */
        Optional<List<String>> unsubscribeKeys();

        /** Under which people of customers reach this service; ways out of messages begin with it. */
        Optional<URI> publicUrl();

        DigitalMailConfig mail();

        TrackConfig track();
    }

    /** Asks tools that keep tasks what they have. */
    interface Reconciliation {

        /** How long after a task was compared it is compared again. */
        @WithDefault("1h")
        @DurationMin(seconds = 1)
        Duration every();

        /** Tasks of which a tool was told nothing for longer are not compared. */
        @WithDefault("14d")
        @DurationMin(minutes = 1)
        @DurationMax(days = 365)
        Duration reach();
    }
}
