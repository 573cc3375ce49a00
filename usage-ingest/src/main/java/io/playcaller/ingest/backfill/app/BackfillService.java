package io.playcaller.ingest.backfill.app;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.ingest.backfill.BackfillRun;
import io.playcaller.ingest.source.app.SignsOfLife;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Opens and closes runs. The clock's holder says so in the log; the answer waits for that a moment, so that the run's first
 * fact normally comes after its start, and its end after its last fact. Both are a sign of life of the source: what it
 * imports is what happened.
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

    /** Fails with 403 or 409 when there is a run of this id that belongs to another source. */
    public Uni<BackfillRun> open(String runId, String source, Requester by) {
        by.requireFor(source);
        return backfills
                .open(runId, source, clock.instant())
                .invoke(run -> requireOf(source, run, by))
                .invoke(run -> life.heard(source, clock.instant()))
                .flatMap(this::announced);
    }

    private static void requireOf(String source, BackfillRun run, Requester by) {
        by.requireFor(run.source());
        if (!run.source().equals(source)) {
            throw new ProblemException(Problem.conflict(
                    "backfill.of-another-source",
                    "run %s belongs to source %s; open another one for %s"
                            .formatted(run.runId(), run.source(), source)));
        }
    }

    /** Fails with 404 when there is no such run, with 403 when it belongs to another source. */
    public Uni<BackfillRun> end(String runId, Requester by) {
        return find(runId, by)
                .chain(() -> backfills.end(runId, clock.instant()))
                .invoke(() -> openRuns.ended(runId))
                .map(run -> known(run, runId))
                .invoke(run -> life.heard(run.source(), clock.instant()))
                .flatMap(this::announced);
    }

    /** Fails with 404 when there is no such run, with 403 when it belongs to another source. */
    public Uni<BackfillRun> find(String runId, Requester by) {
        return backfills.find(runId).map(run -> known(run, runId)).invoke(run -> by.requireFor(run.source()));
    }

    private static BackfillRun known(Optional<BackfillRun> run, String runId) {
        return run.orElseThrow(() -> new ProblemException(Problem.notFound("backfill", runId)));
    }

    private Uni<BackfillRun> announced(BackfillRun run) {
        return awaitAnnouncement(run, false, ASK_TIMES);
    }

    /** Asks for it each time that something new can be said: the end, when the last fact ahead of it has left the outbox. */
    private Uni<BackfillRun> awaitAnnouncement(BackfillRun run, boolean asked, int times) {
        if (run.announced() || times == 0) {
            return Uni.createFrom().item(run);
        }
        if (run.due() && !asked) {
            log.announceSoon();
        }
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(ASK_AGAIN)
                .chain(() -> backfills.find(run.runId()))
                .flatMap(found -> awaitAnnouncement(found.orElse(run), run.due(), times - 1));
    }
}
