package io.playcaller.ingest.config;

import io.playcaller.contracts.deadletter.Payload;
import io.playcaller.contracts.fact.Feed;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** All settings of usage-ingest. Defaults are those of a production installation. */
@ConfigMapping(prefix = "playcaller.ingest")
public interface IngestConfig {

    /** How often the log's clock ticks. */
    @WithDefault("PT10S")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 1)
    Duration tick();

    /** How long, beyond a tick, the log's clock stays with a replica that no longer answers. */
    @WithDefault("PT3S")
    @DurationMin(millis = 100)
    Duration clockGrace();

    /**
     * How long the log's time stands still at most after an outage of the doors, so that what waited outside comes in before
     * time passes: it stands for as long as they were closed, and no longer than this. Zero lets time pass at once.
     */
    @WithDefault("PT15M")
    @DurationMin
    @DurationMax(hours = 24)
    Duration outageGrace();

    /** A fact older than this at receipt is baseline: it folds into state and history and opens no work. */
    @WithDefault("PT24H")
    @DurationMin(minutes = 1)
    Duration liveWindow();

    /** How far ahead of receipt a time may be. Within it counts as now, beyond it the event is refused. */
    @WithDefault("PT24H")
    @DurationMin
    Duration futureTolerance();

    /** How often signs of life are written down. */
    @WithDefault("PT1S")
    @DurationMin(millis = 10)
    Duration lifeWrite();

    /** How often what each source delivered is written down. */
    @WithDefault("PT10S")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 1)
    Duration trafficWrite();

    /** How long this replica believes what it last read of a source or key. */
    @WithDefault("PT5S")
    @DurationMin
    Duration sourcesCachedFor();

    /** A directory with an own {@code webhooks.yaml}, {@code privacy.yaml}, {@code exclusions.yaml} or {@code domains.yaml}. */
    Optional<Path> configDir();

    Dedup dedup();

    Limits limits();

    Cors cors();

    People people();

    Holding holding();

    Letters letters();

    Catalogue catalogue();

    Log log();

    Bootstrap bootstrap();

    /** Claims on (source, id). */
    interface Dedup {

        /** How long a claim is kept: a retry within it is a duplicate. */
        @WithDefault("PT24H")
        @DurationMin(minutes = 15)
        Duration window();

        /** The same for what an import brings: it is repeated by hand, days later. */
        @WithDefault("P32D")
        @DurationMin(minutes = 15)
        Duration backfillWindow();

        /** How long a delivery that has not ended holds its claim. */
        @WithDefault("PT30S")
        @DurationMin(seconds = 1)
        Duration lock();

        /** How long a retry waits for the delivery that holds the claim. */
        @WithDefault("PT2S")
        @DurationMin
        Duration lockWait();

        /**
         * An unconfirmed claim older than that is undecided. Shorter than the 15 minutes for which health-service tells
         * duplicates itself: a retry taken at the last moment must still land, and be folded, within them.
         */
        @WithDefault("PT13M")
        @DurationMin(seconds = 1)
        @DurationMax(minutes = 15, inclusive = false)
        Duration ownerWindow();

        /** What to do while Redis is away. */
        @WithDefault("accept")
        WhenUnavailable whenUnavailable();

        /** How long to wait for an answer of Redis. */
        @WithDefault("PT2S")
        @DurationMin(millis = 1)
        Duration timeout();

        /** How long an import waits for claims before the policy decides: it has time, and is repeated days later. */
        @WithDefault("PT20S")
        @DurationMin
        Duration backfillPatience();
    }

    /** The policy of the door while no claim can be taken. */
    enum WhenUnavailable {
        /** Store it; health-service still drops what comes twice within its window. */
        ACCEPT,
        /** Answer 503 until Redis is back. */
        REFUSE
    }

    /** What requests may be, and how many. */
    interface Limits {

        /** Bytes of one event. */
        @WithDefault("32768")
        @Min(1024)
        @Max(262144)
        int eventBytes();

        /** Bytes of one request, uncompressed; what is refused as a whole must fit into a dead letter. */
        @WithDefault("512000")
        @Min(1024)
        @Max(Payload.LARGEST)
        int batchBytes();

        /** Events of one batch over HTTP: each that is refused is a dead letter. */
        @WithDefault("2500")
        @Min(100)
        @Max(100_000)
        int batchEvents();

        /** Bytes of one request as it comes, compressed or not; a webhook may have its own limit. */
        @WithDefault("4194304")
        @Min(1024)
        @Max(26_214_400)
        int requestBytes();

        /**
         * Bytes of all bodies in work in this replica that say that they are larger than {@code batch-bytes}, or turn out to be,
         * but for bulk uploads; only from webhooks is such a body used. What has no room is answered 503. While one is read the heap holds
         * it more than once.
         */
        @WithDefault("33554432")
        @Min(26_214_400)
        @Max(1_073_741_824)
        int largeBodiesBytes();

        /** Bytes of one bulk upload, as it comes and uncompressed; it is never held whole. */
        @WithDefault("1073741824")
        @Min(1024)
        @Max(1_099_511_627_776L)
        long bulkBytes();

        /** Bulk uploads in work in this replica; each holds a thread, a connection to PostgreSQL and one set of rows. */
        @WithDefault("2")
        @Min(1)
        @Max(16)
        int bulkAtOnce();

        /** Rows that may be refused of one bulk upload; beyond it the file is at fault, and the upload ends. */
        @WithDefault("10000")
        @Min(0)
        @Max(1_000_000)
        int bulkRefused();

        /** Events in work in this replica; beyond it requests are answered 503. */
        @WithDefault("20000")
        @Min(100)
        int eventsInWork();

        /** Events a second that a source may send over HTTP on average; a source may have its own. */
        @WithDefault("20000")
        @Min(1)
        @Max(1_000_000)
        int eventsPerSecond();

        /** How long a source may be silent and make up for it at once: its bucket holds that many seconds' events. */
        @WithDefault("PT10S")
        @DurationMin(seconds = 1)
        @DurationMax(hours = 1)
        Duration burst();

        /** How long to wait for Redis to say what a source may send; beyond it each replica judges alone. */
        @WithDefault("PT0.25S")
        @DurationMin(millis = 1)
        Duration rateTimeout();
    }

    /** Pages of other origins that may call the doors from a browser. */
    interface Cors {

        /**
         * Origins such as {@code https://app.example.com}; {@code *} for any. A page has no cookie here that could be
         * misused: what lets it in is the write key that it sends.
         */
        @WithDefault("*")
        Set<String> origins();
    }

    /** The cache of the person index. */
    interface People {

        @WithDefault("200000")
        @Min(0)
        long cached();

        /** How long an edge from a person to an account may be stale after another replica changed it. */
        @WithDefault("PT10S")
        @DurationMin
        Duration cachedFor();

        /** How long what people wrote is kept, from when they wrote it. */
        @WithDefault("P400D")
        @DurationMin(days = 1)
        Duration textsKeptFor();
    }

    /** Events that wait until somebody says which account their person belongs to. */
    interface Holding {

        /** How long, from their receipt; then they become dead letters. At most {@code dedup.window}. */
        @WithDefault("PT24H")
        @DurationMin(minutes = 1)
        Duration heldFor();

        /** How many of one source may wait; what comes beyond it is a dead letter at once. 0: nothing waits. */
        @WithDefault("10000")
        @Min(0)
        @Max(1_000_000)
        int perSource();

        /** How many of all sources may wait. */
        @WithDefault("50000")
        @Min(0)
        @Max(1_000_000)
        int inAll();

        /**
         * How many bytes of one source may wait, as the dead letters that they would become; the last event may exceed
         * them. What comes beyond is a dead letter at once.
         */
        @WithDefault("67108864")
        @Min(0)
        @Max(10_737_418_240L)
        long bytesPerSource();

        /** How many bytes of all sources may wait. */
        @WithDefault("268435456")
        @Min(0)
        @Max(10_737_418_240L)
        long bytesInAll();

        /** How often what nobody released is released, what is due is ended, and the rest is counted. */
        @WithDefault("PT10S")
        @DurationMin(seconds = 1)
        Duration sweep();
    }

    /** The dead letters of all services, as a table. */
    interface Letters {

        /** How long a letter is kept in the table; its topic keeps it as long. They may hold personal data. */
        @WithDefault("P14D")
        @DurationMin(hours = 1)
        @DurationMax(days = 14)
        Duration keptFor();

        /** How many letters of one source are kept; beyond it its oldest go first. */
        @WithDefault("20000")
        @Min(100)
        int perSource();

        /** How often what is too old or too much is deleted, and what waits is counted. */
        @WithDefault("PT1M")
        @DurationMin(seconds = 1)
        Duration sweep();

        /** How long one partition of the log may be searched for an event that is replayed. */
        @WithDefault("PT20S")
        @DurationMin(seconds = 1)
        Duration scanLimit();
    }

    /** The names of events. */
    interface Catalogue {

        /** How many names of one source are told apart; what comes beyond them is counted together. */
        @WithDefault("1000")
        @Min(1)
        @Max(100_000)
        int namesPerSource();

        /** How often what was counted is written down: what a crash may lose of the counts. */
        @WithDefault("PT1S")
        @DurationMin(millis = 10)
        Duration write();

        /** How long the volume of a day is kept. */
        @WithDefault("P90D")
        @DurationMin(days = 1)
        Duration daysKeptFor();
    }

    /** Writing to Kafka. */
    interface Log {

        /** How long one record may take to be stored; shorter than the time-outs of the SDKs. */
        @WithDefault("PT7.5S")
        @DurationMin(seconds = 1)
        Duration deliveryTimeout();

        /** How long the producer waits for its metadata or for room in its buffer. */
        @WithDefault("PT2S")
        @DurationMin(millis = 1)
        Duration blockTimeout();
    }

    /** What is created at start when it is not there. */
    interface Bootstrap {

        /** Sources with keys that somebody else made up, by name. */
        Map<String, BootstrapSource> sources();
    }

    /** A source to create at start. */
    interface BootstrapSource {

        /** Its write key, in clear. */
        @WithName("key")
        @NotBlank
        String writeKey();

        /** What it delivers: usage, support, feedback, success, register. */
        Set<Feed> feeds();

        /** What its key may do: events, register. */
        @WithDefault("events")
        Set<String> scopes();

        @WithDefault("PT6H")
        @DurationMin(seconds = 1)
        Duration quietAfter();

        /** What it may send; if nothing is said, what every source may. */
        Optional<@Min(1) @Max(1_000_000) Integer> eventsPerSecond();
    }
}
