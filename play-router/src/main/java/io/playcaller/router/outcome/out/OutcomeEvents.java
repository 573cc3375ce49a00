package io.playcaller.router.outcome.out;

import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.work.PlayEnded;
import io.playcaller.contracts.work.PlayLookedBack;
import io.playcaller.outbox.OutboxRecord;
import io.playcaller.router.outcome.Look;
import jakarta.enterprise.context.ApplicationScoped;

/** What looks say on {@code play-outcomes}. Ids are derived: sent again, they are the same. */
@ApplicationScoped
public class OutcomeEvents {

    private static final String SERVICE = "play-router";

    private final TopicNames topics;

    OutcomeEvents(TopicNames topics) {
        this.topics = topics;
    }

    public OutboxRecord of(PlayEnded said) {
        Envelope envelope = Envelope.own(
                Ids.derived("play-ended", said.playRunId(), said.daysAfter()).toString(),
                SERVICE,
                said.at(),
                said.accountId(),
                Look.rev(said.daysAfter()));
        return OutboxRecord.of(topics.of(Topic.PLAY_OUTCOMES), said.playRunId().toString(), envelope, said);
    }

    public OutboxRecord of(PlayLookedBack said) {
        Envelope envelope = Envelope.own(
                Ids.derived("play-looked-back", said.playRunId(), said.daysAfter())
                        .toString(),
                SERVICE,
                said.at(),
                said.accountId(),
                Look.rev(said.daysAfter()));
        return OutboxRecord.of(topics.of(Topic.PLAY_OUTCOMES), said.playRunId().toString(), envelope, said);
    }
}
