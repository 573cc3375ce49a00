package io.playcaller.bench.health;

import io.playcaller.bench.Directories;
import io.playcaller.bench.LogSender;
import io.playcaller.contracts.Topic;
import io.playcaller.embedded.EmbeddedPostgres;
import io.playcaller.embedded.KafkaProcess;
import io.playcaller.embedded.PostgresSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Kafka, a process of its own, and PostgreSQL, both empty at the beginning, with what stands on the log of one load. When it is
 * closed, what the processes said stays, and no data.
 */
final class Ground implements AutoCloseable {

    private static final String LOG = Topic.CUSTOMER_EVENTS.name("");
    private static final int PERCENT = 100;
    private static final int SAY_EACH = 500_000;

    private final Path directory;
    private final HealthTerms terms;
    private final HealthLoad load;
    private final Consumer<String> progress;
    private final CustomerLog log;
    private final KafkaProcess kafka;
    private final Offsets offsets;

    /** @param directory what is in it is deleted */
    Ground(Path directory, HealthTerms terms, HealthLoad load, Consumer<String> progress)
            throws IOException, InterruptedException {
        this.directory = directory;
        this.terms = terms;
        this.load = load;
        this.progress = progress;
        this.log = new CustomerLog(load);
        Directories.delete(directory);
        this.kafka = new KafkaProcess(directory.resolve("kafka"), HealthTerms.BROKER_MEGABYTES);
        this.offsets = new Offsets(kafka.address());
    }

    EmbeddedPostgres postgres() {
        return EmbeddedPostgres.start(
                PostgresSettings.durable(directory.resolve("postgres"), 0).with(HealthTerms.POSTGRES));
    }

    /** The service says on the empty log which model makes the scores, as in every installation, and ends. */
    void announceModel(EmbeddedPostgres postgres) throws IOException, InterruptedException {
        try (ServiceContender service = service(postgres)) {
            service.awaitModelOnLog(offsets, load.partitions());
        }
    }

    ServiceContender service(EmbeddedPostgres postgres) throws IOException {
        return ServiceContender.start(
                terms.service(),
                directory.resolve("service"),
                kafka.address(),
                postgres,
                load.partitions(),
                terms.heapMegabytes());
    }

    PeerContender peer() throws IOException, InterruptedException {
        return PeerContender.start(
                terms.peer(),
                directory.resolve("peer"),
                kafka.address(),
                offsets,
                terms.commitEvery(),
                terms.heapMegabytes());
    }

    void fill() throws IOException {
        long events = (long) load.events() + load.registered();
        progress.accept("filling customer-events with %d facts".formatted(events));
        AtomicLong written = new AtomicLong();
        try (LogSender sender = LogSender.ofMany(kafka.address())) {
            log.writeTo(record -> {
                sender.send(record);
                if (written.incrementAndGet() % SAY_EACH == 0) {
                    progress.accept("  %d %% written".formatted(PERCENT * written.get() / events));
                }
            });
            sender.flush();
        }
    }

    /** Folds the whole log, and measures what follows the warm-up. */
    FoldFigures fold(Contender contender, long postgresPid) throws IOException, InterruptedException {
        long records = records();
        long warmUp = load.registered() + (records - load.registered()) * terms.warmUpPercent() / PERCENT;
        Stopwatch watch = new Stopwatch(kafka.pid(), postgresPid, progress);
        if (!terms.profile()) {
            return watch.watch(contender, new Counting() {}, warmUp, records);
        }
        FlightRecording recording =
                new FlightRecording(contender.pid(), directory, contender.name().replace(' ', '-'));
        FoldFigures figures = watch.watch(contender, recording, warmUp, records);
        progress.accept("reading what the flight recorder saw of " + contender.name());
        return new FoldFigures(
                figures.name(), figures.warmUp(), figures.counted(), figures.peakBytes(), recording.profile());
    }

    /** How many records the log holds. */
    long records() throws IOException, InterruptedException {
        return offsets.ends(LOG, load.partitions()).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    Announced announced(String prefix) throws IOException {
        progress.accept("reading what was said on " + Topic.HEALTH_CHANGES.name(prefix));
        return Announced.read(kafka.address(), Topic.HEALTH_CHANGES.name(prefix));
    }

    CustomerLog log() {
        return log;
    }

    HealthLoad load() {
        return load;
    }

    String broker() {
        return kafka.address();
    }

    Stopwatch stopwatch(EmbeddedPostgres postgres) {
        return new Stopwatch(kafka.pid(), postgres.pid(), progress);
    }

    void say(String step) {
        progress.accept(step);
    }

    @Override
    public void close() throws IOException {
        offsets.close();
        kafka.close();
        for (String data : List.of("postgres/data", "kafka/data", "peer/states")) {
            Directories.delete(directory.resolve(data));
        }
    }
}
