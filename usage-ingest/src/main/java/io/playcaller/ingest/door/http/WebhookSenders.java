package io.playcaller.ingest.door.http;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.ingest.door.webhook.Webhook;
import io.playcaller.ingest.source.KeyHolder;
import io.playcaller.ingest.source.Scope;
import io.playcaller.ingest.source.app.KnownSources;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;

/** Whose events a webhook brings, as the holder of a key would be known. */
@ApplicationScoped
class WebhookSenders {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final KnownSources sources;

    WebhookSenders(KnownSources sources) {
        this.sources = sources;
    }

    /** Fails with 503 while sources cannot be looked up, or there is none of the name that the webhook repeats. */
    Uni<KeyHolder> of(Webhook webhook) {
        return sources.find(webhook.source())
                .onFailure()
                .transform(fault -> unavailable("sources cannot be looked up"))
                .map(found -> found.map(
                                source -> new KeyHolder(source.name(), Set.of(Scope.EVENTS), source.eventsPerSecond()))
                        .orElseThrow(() -> unavailable("webhook %s repeats the events of source %s, which is not there"
                                .formatted(webhook.name(), webhook.source()))));
    }

    private static ProblemException unavailable(String why) {
        return new ProblemException(Problem.unavailable(why, RETRY_AFTER));
    }
}
