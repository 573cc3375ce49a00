package io.playcaller.ingest.door.http;

import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.ingest.backfill.app.OpenRuns;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.door.webhook.Memory;
import io.playcaller.ingest.door.webhook.Webhook;
import io.playcaller.ingest.event.app.IngestMetrics;
import io.playcaller.ingest.refusal.in.Problems;
import io.playcaller.ingest.source.KeyHolder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.time.Instant;

/** What of a call to a webhook is believed: its proof, that it was not recorded too long ago, and to which import it belongs. */
@ApplicationScoped
class WebhookTrust {

    private static final int UNAUTHORIZED = 401;

    private final IngestMetrics metrics;
    private final OpenRuns runs;
    private final BusinessClock clock;
    private final Duration claimsKept;

    WebhookTrust(IngestMetrics metrics, OpenRuns runs, BusinessClock clock, IngestConfig config) {
        this.metrics = metrics;
        this.runs = runs;
        this.clock = clock;
        this.claimsKept = config.dedup().window();
    }

    /** @throws ProblemException 401 when the proof is missing, wrong or outdated */
    void requireProof(Webhook webhook, HttpHeaders headers, byte[] sent) {
        webhook.proof().fault(headers::getHeaderString, sent, sendersNow()).ifPresent(why -> {
            metrics.refused(why.code());
            throw new ProblemException(Problems.of(why).under(UNAUTHORIZED, "Unauthorized"));
        });
    }

    /** What belongs to an import may be of any age: whether the run is open is asked before anything is taken. */
    Memory memory(Webhook webhook, DoorRequest request) {
        return request.runId() == null
                ? Memory.at(sendersNow(), claimsKept, webhook.bounds().longestRetry())
                : Memory.OF_EVERYTHING;
    }

    /**
     * Nothing signs the header that names an import: it can name one of the webhook's own source only. Fails with 409 for any
     * other, and for one that is not open.
     */
    Uni<Void> requireOwnRun(KeyHolder sender, DoorRequest request) {
        return runs.requireOf(sender.source(), request.runId());
    }

    private Instant sendersNow() {
        return clock.instant().minus(clock.offset());
    }
}
