package io.playcaller.ingest.backfill.app;

import io.playcaller.ingest.backfill.BackfillRun;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** The table of runs. Opening and ending are idempotent; a run that ended stays ended. */
public interface Backfills {

    Uni<BackfillRun> open(String runId, String source, Instant now);

    /** Empty when there is no such run. */
    Uni<Optional<BackfillRun>> end(String runId, Instant now);

    Uni<Optional<BackfillRun>> find(String runId);
}
