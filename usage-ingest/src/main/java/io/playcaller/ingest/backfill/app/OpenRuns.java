package io.playcaller.ingest.backfill.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.ingest.backfill.BackfillRun;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Whether a request belongs to an open run, remembered for a moment: an import sends thousands. */
@ApplicationScoped
public class OpenRuns {

    /** The header that a request of an import carries. */
    public static final String HEADER = "Playcaller-Backfill";

    private final Backfills backfills;
    private final Cache<String, Boolean> open = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofSeconds(2))
            .build();

    public OpenRuns(Backfills backfills) {
        this.backfills = backfills;
    }

    /**
     * @param runId the value of the header; null when the request has none
     * @return whether it is backfill; fails with 409 when the run is not open: its facts would be live by mistake
     */
    public Uni<Boolean> covers(@Nullable String runId) {
        if (runId == null || runId.isBlank()) {
            return Uni.createFrom().item(false);
        }
        if (Boolean.TRUE.equals(open.getIfPresent(runId))) {
            return Uni.createFrom().item(true);
        }
        return backfills.find(runId).map(run -> {
            if (run.filter(BackfillRun::open).isEmpty()) {
                throw new ProblemException(
                        Problem.conflict("backfill.not-open", "there is no open backfill run " + runId));
            }
            open.put(runId, true);
            return true;
        });
    }

    void ended(String runId) {
        open.invalidate(runId);
    }
}
