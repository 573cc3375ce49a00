package io.playcaller.ingest.backfill.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.ingest.backfill.BackfillRun;
import io.playcaller.ingest.refusal.app.RefusalCount;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Whether a request belongs to an open run, remembered for a moment: an import sends thousands. */
@ApplicationScoped
public class OpenRuns {

    /** The header that a request of an import carries. */
    public static final String HEADER = "Playcaller-Backfill";

    private static final String NOT_OPEN = "backfill.not-open";
    private static final String OF_ANOTHER_SOURCE = "backfill.of-another-source";

    private final Backfills backfills;
    private final RefusalCount refusals;
    private final Cache<String, String> sources = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofSeconds(2))
            .build();

    public OpenRuns(Backfills backfills, RefusalCount refusals) {
        this.backfills = backfills;
        this.refusals = refusals;
    }

    /**
     * @param runId the value of the header; null when the request has none
     * @return whether it is backfill; fails with 409 when the run is not open: its facts would be live by mistake
     */
    public Uni<Boolean> covers(@Nullable String runId) {
        return isNone(runId)
                ? Uni.createFrom().item(false)
                : sourceOf(String.valueOf(runId)).replaceWith(true);
    }

    /**
     * Fails with 409 when the run is not open, or is another source's: so much is asked where nothing proves that who sent the
     * rest of the request also wrote its header.
     *
     * @param runId the value of the header; null when the request has none
     */
    public Uni<Void> requireOf(String source, @Nullable String runId) {
        return isNone(runId)
                ? Uni.createFrom().voidItem()
                : sourceOf(String.valueOf(runId))
                        .invoke(owner -> requireSame(source, owner, runId))
                        .replaceWithVoid();
    }

    private static boolean isNone(@Nullable String runId) {
        return runId == null || runId.isBlank();
    }

    private void requireSame(String source, String owner, @Nullable String runId) {
        if (!owner.equals(source)) {
            throw refused(
                    OF_ANOTHER_SOURCE,
                    "run %s belongs to source %s; a webhook of %s takes part in runs of %s only"
                            .formatted(runId, owner, source, source));
        }
    }

    private Uni<String> sourceOf(String runId) {
        String known = sources.getIfPresent(runId);
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        return backfills
                .find(runId)
                .map(found -> found.filter(BackfillRun::open)
                        .map(run -> {
                            sources.put(runId, run.source());
                            return run.source();
                        })
                        .orElseThrow(() -> refused(NOT_OPEN, "there is no open backfill run " + runId)));
    }

    private ProblemException refused(String code, String detail) {
        refusals.refused(code);
        return new ProblemException(Problem.conflict(code, detail));
    }

    void ended(String runId) {
        sources.invalidate(runId);
    }
}
