package io.playcaller.bench.health;

import io.playcaller.contracts.Topic;
import io.playcaller.embedded.EmbeddedPostgres;
import io.playcaller.embedded.PostgresSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures health-service and its peer on one log, one after the other, on backing services of their own: Kafka, a process of
 * its own, and PostgreSQL, both empty at the beginning. First the service says on the empty log which model makes the scores,
 * as it does in every installation, and ends; then the log is filled; then each folds all of it. A peer that did not come to
 * the same accounts and scores ends the measurement.
 */
public final class HealthBench {

    private static final String LOG = Topic.CUSTOMER_EVENTS.name("");
    private static final int PERCENT = 100;

    private final Programs programs;
    private final Path directory;
    private final Terms terms;
    private final Consumer<String> progress;

    /**
     * What is measured.
     *
     * @param service the packaged health-service, {@code quarkus-run.jar}
     * @param peer the packaged peer, {@code playcaller-peer.jar}
     */
    public record Programs(Path service, Path peer) {}

    /**
     * How it is measured.
     *
     * @param heapMegabytes of either contender
     * @param warmUpPercent the share of what customers do that is folded before anything counts
     * @param commitEvery of the peer; the service commits with each turn of its loop
     */
    public record Terms(int heapMegabytes, int warmUpPercent, Duration commitEvery) {}

    /** @param directory for the data and the logs of this measurement; what is in it is deleted */
    public HealthBench(Programs programs, Path directory, Terms terms, Consumer<String> progress) {
        this.programs = programs;
        this.directory = directory;
        this.terms = terms;
        this.progress = progress;
    }

    /**
     * Measures both; leaves what the processes said, and no data.
     *
     * @throws UnequalPeerException when the two do not come to the same
     * @throws IOException when a part fails; the message says which and where it says why
     */
    public HealthFigures measure(HealthLoad load) throws IOException, InterruptedException {
        JavaProcess.delete(directory);
        try {
            return measureOnEmpty(load);
        } finally {
            JavaProcess.delete(directory.resolve("postgres"));
            JavaProcess.delete(directory.resolve("kafka/data"));
            JavaProcess.delete(directory.resolve("peer/states"));
        }
    }

    private HealthFigures measureOnEmpty(HealthLoad load) throws IOException, InterruptedException {
        try (Broker broker = new Broker(directory.resolve("kafka"));
                Offsets offsets = new Offsets(broker.address())) {
            Folded service = withService(load, broker, offsets);
            Folded peer = withPeer(load, broker, offsets, service.records());
            requireSame(service, peer);
            return new HealthFigures(
                    load,
                    service.records(),
                    service.accounts(),
                    service.announced().records(),
                    service.figures(),
                    peer.figures());
        }
    }

    /** What one of them came to, over how many records of the log. */
    private record Folded(FoldFigures figures, long records, long accounts, Announced announced) {}

    private Folded withService(HealthLoad load, Broker broker, Offsets offsets)
            throws IOException, InterruptedException {
        PostgresSettings settings = PostgresSettings.durable(directory.resolve("postgres"), 0);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings)) {
            try (ServiceContender service = service(load, broker, postgres)) {
                service.awaitModelOnLog(offsets, load.partitions());
            }
            fill(load, broker);
            long records = sum(offsets.ends(LOG, load.partitions()));
            Stopwatch watch = new Stopwatch(broker.pid(), postgres.pid(), progress);
            try (ServiceContender service = service(load, broker, postgres)) {
                FoldFigures figures = watch.watch(service, warmUp(load, records), records);
                return new Folded(figures, records, service.accounts(), announced(broker, ""));
            }
        }
    }

    private ServiceContender service(HealthLoad load, Broker broker, EmbeddedPostgres postgres) throws IOException {
        return ServiceContender.start(
                programs.service(),
                directory.resolve("service"),
                broker.address(),
                postgres,
                load,
                terms.heapMegabytes());
    }

    private void fill(HealthLoad load, Broker broker) throws IOException {
        long events = (long) load.events() + load.registered();
        progress.accept("filling customer-events with %d facts".formatted(events));
        new LogFiller(broker.address())
                .fill(
                        new CustomerLog(load),
                        written -> progress.accept("  %d %% written".formatted(PERCENT * (long) written / events)));
    }

    private Folded withPeer(HealthLoad load, Broker broker, Offsets offsets, long records)
            throws IOException, InterruptedException {
        Stopwatch watch = new Stopwatch(broker.pid(), 0, progress);
        PeerContender peer = PeerContender.start(
                programs.peer(),
                directory.resolve("peer"),
                broker.address(),
                offsets,
                terms.commitEvery(),
                terms.heapMegabytes());
        FoldFigures figures;
        try (peer) {
            figures = watch.watch(peer, warmUp(load, records), records);
        }
        return new Folded(figures, records, peer.accounts(), announced(broker, PeerContender.PREFIX));
    }

    /** How many records are folded before anything counts: the register, and a share of what follows. */
    private long warmUp(HealthLoad load, long records) {
        return load.registered() + (records - load.registered()) * terms.warmUpPercent() / PERCENT;
    }

    private Announced announced(Broker broker, String prefix) throws IOException {
        progress.accept("reading what was said on " + Topic.HEALTH_CHANGES.name(prefix));
        return Announced.read(broker.address(), Topic.HEALTH_CHANGES.name(prefix));
    }

    private void requireSame(Folded service, Folded peer) throws UnequalPeerException {
        List<String> differences = service.announced().differences(peer.announced());
        if (service.accounts() != peer.accounts() || !differences.isEmpty()) {
            throw new UnequalPeerException("a peer that does less is no peer: %s keeps %d accounts, %s %d; %s"
                    .formatted(
                            ServiceContender.NAME,
                            service.accounts(),
                            PeerContender.NAME,
                            peer.accounts(),
                            String.join("; ", differences)));
        }
        progress.accept("both keep %d accounts; %d of them compared, all alike"
                .formatted(service.accounts(), service.announced().sample().size()));
    }

    private static long sum(List<Long> offsets) {
        return offsets.stream().mapToLong(Long::longValue).sum();
    }
}
