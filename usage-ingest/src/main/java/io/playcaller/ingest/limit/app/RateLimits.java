package io.playcaller.ingest.limit.app;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.limit.Grant;
import io.playcaller.ingest.limit.RateLimit;
import io.playcaller.ingest.source.KeyHolder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Admits what sources send over HTTP, by events. A replica takes tokens from the shared bucket a little ahead, a tenth of a
 * second's worth of a source, so that most requests ask nobody; none asks more than once.
 *
 * <p>In any time t a source passes at most {@code burst + rate · t}, and beyond that what the replicas had taken ahead
 * before: a tenth of a second's worth each. It may be refused while another replica still holds that much.
 */
@ApplicationScoped
public class RateLimits {

    private static final long LEASE_NANOS = Duration.ofMillis(100).toNanos();

    private final Buckets buckets;
    private final LimitMetrics metrics;
    private final IngestConfig.Limits settings;
    private final Map<String, Lease> leases = new ConcurrentHashMap<>();

    RateLimits(Buckets buckets, LimitMetrics metrics, IngestConfig config) {
        this.buckets = buckets;
        this.metrics = metrics;
        this.settings = config.limits();
    }

    /** The limit of a source: its own, or everybody's. */
    public RateLimit of(KeyHolder holder) {
        Integer own = holder.eventsPerSecond();
        return new RateLimit(own == null ? settings.eventsPerSecond() : own, settings.burst());
    }

    /**
     * Before anybody reads what the source sends: asks nobody, and refuses no event that {@link #admit} would take. That a request
     * brings more than the bucket still holds is known only when it is read.
     *
     * @throws ProblemException 429 when its bucket is known to be empty
     */
    public void requireSome(KeyHolder holder) {
        Lease lease = leases.get(holder.countedAs());
        RateLimit limit = of(holder);
        long wait = lease == null ? 0 : lease.shutFor(System.nanoTime(), limit);
        if (wait > 0) {
            throw refused(holder.countedAs(), limit, wait, 1, "this");
        }
    }

    /** Fails with 429 when so many events are more than the source may send now. */
    public Uni<Void> admit(KeyHolder holder, int events) {
        RateLimit limit = of(holder);
        long cost = limit.cost(events);
        Lease lease = leases.computeIfAbsent(holder.countedAs(), source -> new Lease(System.nanoTime()));
        if (lease.take(cost)) {
            return Uni.createFrom().voidItem();
        }
        // What is less than an event cannot be spent: taken ahead it would only be missing from the bucket.
        long asked = System.nanoTime();
        boolean renewing = LEASE_NANOS >= limit.cost(1) && lease.beginRenewal();
        return buckets.take(holder.countedAs(), limit, cost, renewing ? LEASE_NANOS : 0)
                .invoke(grant -> {
                    metrics.looked(holder.countedAs(), limit, grant.missing());
                    lease.looked(asked, grant.missing());
                    if (grant instanceof Grant.Admitted admitted) {
                        lease.add(admitted.leased());
                    }
                })
                .eventually(() -> lease.endRenewal(renewing))
                .invoke(grant -> refuse(grant, holder.countedAs(), limit, events))
                .replaceWithVoid();
    }

    private void refuse(Grant grant, String source, RateLimit limit, int events) {
        if (grant instanceof Grant.Refused refused) {
            throw refused(source, limit, refused.waitFor(), events, "these " + events);
        }
    }

    private ProblemException refused(String source, RateLimit limit, long wait, int events, String what) {
        metrics.refused(source, events);
        return new ProblemException(Problem.tooMany(
                LimitMetrics.REASON,
                "source %s may send %d events a second and %d at once; send %s again later"
                        .formatted(source, limit.eventsPerSecond(), limit.atOnce(), what),
                Duration.ofNanos(wait)));
    }
}
