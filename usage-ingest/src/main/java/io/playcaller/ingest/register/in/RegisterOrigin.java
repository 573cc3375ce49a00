package io.playcaller.ingest.register.in;

import io.playcaller.ingest.backfill.app.OpenRuns;
import io.playcaller.ingest.limit.app.RateLimits;
import io.playcaller.ingest.register.Origin;
import io.playcaller.ingest.source.app.SignsOfLife;
import io.playcaller.ingest.source.health.app.SourceTraffic;
import io.playcaller.ingest.source.in.Caller;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Who writes the register, when, whether as part of an import, and whether they may write so much. */
@ApplicationScoped
public class RegisterOrigin {

    private final CurrentIdentityAssociation identity;
    private final RateLimits limits;
    private final OpenRuns runs;
    private final SignsOfLife life;
    private final SourceTraffic traffic;
    private final InstantSource clock;

    RegisterOrigin(
            CurrentIdentityAssociation identity,
            RateLimits limits,
            OpenRuns runs,
            SignsOfLife life,
            SourceTraffic traffic,
            InstantSource clock) {
        this.identity = identity;
        this.limits = limits;
        this.runs = runs;
        this.life = life;
        this.traffic = traffic;
        this.clock = clock;
    }

    /**
     * Of one record of the caller. Fails with 429 when the key's source has reached its limit.
     *
     * @param runId the header of an import; null when there is none
     */
    Uni<Origin> of(@Nullable String runId) {
        return identity.getDeferredIdentity().flatMap(caller -> of(caller, runId, 1, false));
    }

    /**
     * The same of as many records.
     *
     * @param preview whether nothing is to be stored, also of a live key
     */
    public Uni<Origin> of(SecurityIdentity caller, @Nullable String runId, int records, boolean preview) {
        return admit(caller, records, preview).chain(() -> runs.covers(runId)).map(backfill -> {
            Instant now = clock.instant();
            String source = Caller.source(caller);
            boolean rehearsed = preview || Caller.isTest(caller);
            if (!rehearsed) {
                heard(source, now, records, backfill);
            }
            return Origin.put(source, now, backfill, rehearsed);
        });
    }

    private void heard(String source, Instant now, int records, boolean backfill) {
        life.heard(source, now);
        if (backfill) {
            traffic.beat(source, now);
        } else {
            traffic.delivered(source, now, records, 0);
        }
    }

    /**
     * Something that is done in somebody's name.
     *
     * @param by one of our people, or whose key it is
     */
    record Asked(Origin origin, String by) {}

    /** Who asks, for a receipt. Fails as {@link #of} does. */
    Uni<Asked> asked() {
        return of(null).flatMap(origin -> identity.getDeferredIdentity()
                .map(caller -> new Asked(
                        origin,
                        Caller.hasKey(caller)
                                ? "a key of " + Caller.source(caller)
                                : caller.getPrincipal().getName())));
    }

    /** Of somebody who asks what would be: nothing is to be stored. Fails as {@link #of} does. */
    Uni<Origin> foreseen() {
        return identity.getDeferredIdentity().flatMap(caller -> of(caller, null, 1, true));
    }

    private Uni<Void> admit(SecurityIdentity caller, int records, boolean preview) {
        return Caller.holder(caller)
                .map(holder -> limits.admit(preview ? holder.rehearsing() : holder, records))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
