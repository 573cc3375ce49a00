package io.playcaller.bench.health;

import io.playcaller.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Measures health-service on a log of its own, with a peer or alone, on backing services of its own, both empty at the
 * beginning. First the service says on the empty log which model makes the scores, as it does in every installation, and ends;
 * then the log is filled; then each folds all of it, one after the other. A peer that did not come to the same accounts and
 * scores ends the measurement.
 */
public final class HealthBench {

    private static final Duration PACE_WARM_UP = Duration.ofSeconds(20);
    private static final int HALF = 2;

    private final Path directory;
    private final HealthTerms terms;
    private final Consumer<String> progress;

    /**
     * What follows when the log is folded.
     *
     * @param paceSeconds how long facts come at half of the rate at which the log was folded; 0 when not
     * @param readSeconds how long each question is asked, one after another and then at a fixed rate; 0 when not
     * @param held whether it is measured what the service holds, and what midnights take
     */
    public record Then(int paceSeconds, int readSeconds, boolean held) {}

    /** @param directory for the data and the logs of this measurement; what is in it is deleted */
    public HealthBench(Path directory, HealthTerms terms, Consumer<String> progress) {
        this.directory = directory;
        this.terms = terms;
        this.progress = progress;
    }

    /**
     * What one of them came to.
     *
     * @param changes of health that it said; of the peer those that the broker has not compacted meanwhile
     */
    private record Folded(FoldFigures figures, long accounts, long changes, Announced announced) {}

    /**
     * Measures the service and its peer; leaves what the processes said, and no data.
     *
     * @throws UnequalPeerException when the two do not come to the same
     * @throws IOException when a part fails; the message says which and where it says why
     */
    public HealthFigures compare(HealthLoad load) throws IOException, InterruptedException {
        try (Ground ground = new Ground(directory, terms, load, progress)) {
            Folded service = service(ground);
            Folded peer = peer(ground);
            requireSame(service, peer);
            return new HealthFigures(
                    load, ground.records(), service.accounts(), service.changes(), service.figures(), peer.figures());
        }
    }

    private Folded service(Ground ground) throws IOException, InterruptedException {
        try (EmbeddedPostgres postgres = ground.postgres()) {
            ground.announceModel(postgres);
            ground.fill();
            try (ServiceContender service = ground.service(postgres)) {
                FoldFigures figures = ground.fold(service, postgres.pid());
                return new Folded(figures, service.accounts(), service.changes(), ground.announced(""));
            }
        }
    }

    private Folded peer(Ground ground) throws IOException, InterruptedException {
        PeerContender peer = ground.peer();
        FoldFigures figures;
        try (peer) {
            figures = ground.fold(peer, 0);
        }
        Announced announced = ground.announced(PeerContender.PREFIX);
        return new Folded(figures, peer.accounts(), announced.records(), announced);
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

    /**
     * Measures the service alone; leaves what the processes said, and no data.
     *
     * @throws IOException when a part fails; the message says which and where it says why
     */
    public ServiceFigures alone(HealthLoad load, Then then) throws IOException, InterruptedException {
        try (Ground ground = new Ground(directory, terms, load, progress);
                EmbeddedPostgres postgres = ground.postgres()) {
            ground.announceModel(postgres);
            ground.fill();
            long records = ground.records();
            ServiceContender service = ground.service(postgres);
            try {
                FoldFigures figures = ground.fold(service, postgres.pid());
                long accounts = service.accounts();
                List<ServiceFigures.Read> reads =
                        then.readSeconds() == 0 ? null : new Reads(ground, service).of(then.readSeconds());
                ServiceFigures.Pace pace = then.paceSeconds() == 0 ? null : pace(ground, figures, then.paceSeconds());
                ServiceFigures.@Nullable Held held = null;
                if (then.held()) {
                    Days days = new Days(ground, postgres);
                    long warm = days.heapOf(service);
                    service.close();
                    service = ground.service(postgres);
                    held = days.of(service, warm);
                }
                return new ServiceFigures(load, records, accounts, figures, pace, reads, held);
            } finally {
                service.close();
            }
        }
    }

    private static ServiceFigures.Pace pace(Ground ground, FoldFigures figures, int seconds)
            throws IOException, InterruptedException {
        double perSecond = figures.counted().eventsPerSecond() / HALF;
        ground.say("%.0f facts a second for %d s, and before that for %d s that do not count"
                .formatted(perSecond, seconds, PACE_WARM_UP.toSeconds()));
        var signals = new HalfLoad(ground).run(perSecond, PACE_WARM_UP, Duration.ofSeconds(seconds));
        return new ServiceFigures.Pace(perSecond, seconds, signals);
    }
}
