package io.playcaller.ingest.register.in;

import io.playcaller.ingest.backfill.app.OpenRuns;
import io.playcaller.ingest.register.Origin;
import io.playcaller.ingest.source.app.SignsOfLife;
import io.playcaller.ingest.source.in.Caller;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Who writes the register, when, and whether as part of an import. */
@ApplicationScoped
class RegisterOrigin {

    private final CurrentIdentityAssociation identity;
    private final OpenRuns runs;
    private final SignsOfLife life;
    private final InstantSource clock;

    RegisterOrigin(CurrentIdentityAssociation identity, OpenRuns runs, SignsOfLife life, InstantSource clock) {
        this.identity = identity;
        this.runs = runs;
        this.life = life;
        this.clock = clock;
    }

    /** @param runId the header of an import; null when there is none */
    Uni<Origin> of(@Nullable String runId) {
        return runs.covers(runId)
                .flatMap(backfill -> identity.getDeferredIdentity().map(caller -> {
                    Instant now = clock.instant();
                    String source = Caller.source(caller);
                    life.heard(source, now);
                    return Origin.put(source, now, backfill);
                }));
    }
}
