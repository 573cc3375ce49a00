package io.playcaller.ingest.backfill.app;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.ingest.backfill.BackfillRun;
import io.playcaller.ingest.source.app.SignsOfLife;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Opens and closes runs. The clock's holder says so in the log; the answer waits for that a moment, so that the run's first
 * fact normally comes after its start. Both are a sign of life of the source: what it imports is what happened.
 */
@ApplicationScoped
public class BackfillService {

    private static final Duration ASK_AGAIN = Duration.ofMillis(50);
    private static final int ASK_TIMES = 40;

    private final Backfills backfills;
    private final OpenRuns openRuns;
    private final Announcements log;
    private final SignsOfLife life;
    private final InstantSource clock;

    BackfillService(Backfills backfills, OpenRuns openRuns, Announcements log, SignsOfLife life, InstantSource clock) {
        this.backfills = backfills;
        this.openRuns = openRuns;
        this.log = log;
        this.life = life;
        this.clock = clock;
    }

    public Uni<BackfillRun> open(String runId, String source) {
        life.heard(source, clock.instant());
        return backfills.open(runId, source, clock.instant()).flatMap(this::announced);
    }

    /** Fails with 404 when there is no such run. */
    public Uni<BackfillRun> end(String runId) {
        openRuns.ended(runId);
        return backfills.end(runId, clock.instant()).flatMap(run -> {
            if (run.isEmpty()) {
                throw new ProblemException(Problem.notFound("backfill", runId));
            }
            life.heard(run.get().source(), clock.instant());
            return announced(run.get());
        });
    }

    private Uni<BackfillRun> announced(BackfillRun run) {
        if (run.announced()) {
            return Uni.createFrom().item(run);
        }
        log.announceSoon();
        return awaitAnnouncement(run, ASK_TIMES);
    }

    private Uni<BackfillRun> awaitAnnouncement(BackfillRun run, int times) {
        if (run.announced() || times == 0) {
            return Uni.createFrom().item(run);
        }
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(ASK_AGAIN)
                .chain(() -> backfills.find(run.runId()))
                .flatMap(found -> awaitAnnouncement(found.orElse(run), times - 1));
    }
}
