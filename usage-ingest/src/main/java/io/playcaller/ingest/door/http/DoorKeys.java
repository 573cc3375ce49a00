package io.playcaller.ingest.door.http;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.ingest.event.app.IngestMetrics;
import io.playcaller.ingest.limit.app.RateLimits;
import io.playcaller.ingest.source.KeyHolder;
import io.playcaller.ingest.source.Scope;
import io.playcaller.ingest.source.WriteKey;
import io.playcaller.ingest.source.app.WriteKeys;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Lets in who has a key for events; everybody else is refused unread, and counted. */
@ApplicationScoped
class DoorKeys {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final WriteKeys keys;
    private final RateLimits limits;
    private final IngestMetrics metrics;

    DoorKeys(WriteKeys keys, RateLimits limits, IngestMetrics metrics) {
        this.keys = keys;
        this.limits = limits;
        this.metrics = metrics;
    }

    /** Fails with 401 or 403, and with 429 when it is known that nothing more is taken of the source for now. */
    Uni<KeyHolder> admit(Optional<WriteKey> key) {
        return require(key).invoke(limits::requireSome);
    }

    /** Fails with 401 or 403. */
    Uni<KeyHolder> require(Optional<WriteKey> key) {
        if (key.isEmpty()) {
            return refuse(
                    "key.missing",
                    Problem.unauthorized("a write key is needed: as Basic user, or writeKey in the body"));
        }
        return keys.holderOf(key.get())
                .onFailure()
                .transform(fault -> new ProblemException(Problem.unavailable("keys cannot be looked up", RETRY_AFTER)))
                .flatMap(this::known);
    }

    private Uni<KeyHolder> known(Optional<KeyHolder> holder) {
        if (holder.isEmpty()) {
            return refuse("key.unknown", Problem.unauthorized("nobody has this write key"));
        }
        return holder.get().may(Scope.EVENTS)
                ? Uni.createFrom().item(holder.get())
                : refuse("key.scope", Problem.forbidden("this write key may not send events"));
    }

    private Uni<KeyHolder> refuse(String reason, Problem problem) {
        metrics.refused(reason);
        return Uni.createFrom().failure(new ProblemException(problem));
    }
}
