package io.playcaller.bench.peer;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.FactOrigin;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.ProfileChanged;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalOrigin;
import io.playcaller.health.engine.Step;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Forwards what a step announced, with the ids, revisions and bytes that health-service would give it. */
final class Announcer {

    private static final String SOURCE = "playcaller/health-service";

    private final ProcessorContext<String, byte[]> context;

    Announcer(ProcessorContext<String, byte[]> context) {
        this.context = context;
    }

    /**
     * Announces in order, scores before profiles before signals.
     *
     * @param rev the account's revision before the step, which moved it
     * @return its revision after the step: that of the last score, where there is one
     */
    long announce(String accountId, long rev, Step step) {
        long newest = rev;
        for (HealthChanged change : step.changes()) {
            score(change, ++newest);
        }
        long after = Math.max(newest, rev + 1);
        for (int i = 0; i < step.profiles().size(); i++) {
            profile(step.profiles().get(i), after, i);
        }
        step.signals().forEach(signal -> signal(accountId, signal));
        return after;
    }

    private void score(HealthChanged health, long rev) {
        String id = Ids.derived("health-changed", health.accountId(), rev).toString();
        Envelope envelope =
                new Envelope(id, SOURCE, health.at(), health.accountId(), FactOrigin.LIVE, health.knownAt(), rev);
        forward(Topic.HEALTH_CHANGES, health.accountId(), envelope, health);
    }

    private void profile(ProfileChanged profile, long rev, int index) {
        String id =
                Ids.derived("profile-changed", profile.accountId(), rev, index).toString();
        Envelope envelope =
                new Envelope(id, SOURCE, profile.at(), profile.accountId(), FactOrigin.LIVE, profile.knownAt(), rev);
        forward(Topic.PROFILE_CHANGES, profile.accountId(), envelope, profile);
    }

    private void signal(String accountId, SignalChanged signal) {
        String id = Ids.derived("signal-changed", signal.episodeId(), signal.transition())
                .toString();
        FactOrigin origin = signal.origin() == SignalOrigin.LIVE ? FactOrigin.LIVE : FactOrigin.BASELINE;
        Envelope envelope = new Envelope(id, SOURCE, signal.at(), signal.accountId(), origin, signal.at(), 0);
        forward(Topic.SIGNALS, accountId, envelope, signal);
    }

    private void forward(Topic topic, String key, Envelope envelope, java.lang.Record data) {
        Record<String, byte[]> record = new Record<>(key, WireJson.write(data), context.currentSystemTimeMs());
        context.forward(record.withHeaders(EventCodec.headers(envelope, EventType.of(data))), topic.baseName());
    }
}
