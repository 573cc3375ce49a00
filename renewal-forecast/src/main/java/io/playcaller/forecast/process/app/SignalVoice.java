package io.playcaller.forecast.process.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.forecast.renewal.app.Recompute;
import io.playcaller.outbox.OutboxRecord;
import io.playcaller.outbox.PgOutbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Says signals through the outbox, with ids that are derived: of whoever says one twice both say the same. */
@ApplicationScoped
public class SignalVoice {

    private final PgOutbox outbox;
    private final TopicNames topics;
    private final MeterRegistry meters;

    SignalVoice(PgOutbox outbox, TopicNames topics, MeterRegistry meters) {
        this.outbox = outbox;
        this.topics = topics;
        this.meters = meters;
    }

    /** Appends {@code signals} in their order. */
    public Uni<Void> say(SqlConnection transaction, List<SignalChanged> signals) {
        meters.counter("forecast.signals").increment(signals.size());
        return outbox.append(transaction, signals.stream().map(this::record).toList());
    }

    private OutboxRecord record(SignalChanged signal) {
        String account = String.valueOf(signal.accountId());
        String id = Ids.derived("signal-changed", signal.episodeId(), signal.transition())
                .toString();
        Envelope envelope = Envelope.own(id, Recompute.SERVICE, signal.at(), account, 0);
        return OutboxRecord.of(topics.of(Topic.SIGNALS), account, envelope, signal);
    }
}
