package io.playcaller.health.fold.out;

import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.FactOrigin;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.fact.ChildScoreChanged;
import io.playcaller.contracts.fact.ModelActivated;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.ProfileChanged;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalOrigin;
import io.playcaller.health.fold.ClaimedModel;
import io.playcaller.health.fold.Work;
import io.playcaller.health.fold.app.FoldStore;
import io.playcaller.outbox.OutboxRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns work into records for Kafka. Ids and times come from the log, so that a replay announces the same, byte for byte. */
@ApplicationScoped
class Announcements {

    private static final String SOURCE = "playcaller/health-service";

    private final TopicNames topics;

    Announcements(TopicNames topics) {
        this.topics = topics;
    }

    /** In the order in which they were made, scores before profiles before signals before what goes to parents. */
    List<OutboxRecord> of(FoldStore.Move move, Work work, ScoreJson json) {
        List<OutboxRecord> records = new ArrayList<>();
        work.changes().forEach(change -> records.add(score(change, json)));
        work.profiles().forEach(profile -> records.add(profile(profile)));
        work.signals().forEach(signal -> records.add(signal(signal)));
        work.handed().forEach(child -> records.add(child(child)));
        work.letters().forEach(letter -> records.add(letter(letter)));
        ModelActivated model = work.model();
        if (model != null) {
            records.add(activation(move, model));
        }
        return records;
    }

    private OutboxRecord score(Work.Change change, ScoreJson json) {
        HealthChanged health = change.health();
        String id =
                Ids.derived("health-changed", health.accountId(), change.rev()).toString();
        Envelope envelope = new Envelope(
                id, SOURCE, health.at(), health.accountId(), FactOrigin.LIVE, health.knownAt(), change.rev());
        return OutboxRecord.of(
                topics.of(Topic.HEALTH_CHANGES),
                health.accountId(),
                envelope,
                EventType.HEALTH_CHANGED,
                json.of(health));
    }

    private OutboxRecord profile(Work.Moved moved) {
        ProfileChanged profile = moved.profile();
        String id = Ids.derived("profile-changed", profile.accountId(), moved.rev(), moved.index())
                .toString();
        Envelope envelope = new Envelope(
                id, SOURCE, profile.at(), profile.accountId(), FactOrigin.LIVE, profile.knownAt(), moved.rev());
        return OutboxRecord.of(topics.of(Topic.PROFILE_CHANGES), profile.accountId(), envelope, profile);
    }

    private OutboxRecord signal(Work.KeyedSignal keyed) {
        SignalChanged signal = keyed.signal();
        String id = Ids.derived("signal-changed", signal.episodeId(), signal.transition())
                .toString();
        FactOrigin origin = signal.origin() == SignalOrigin.LIVE ? FactOrigin.LIVE : FactOrigin.BASELINE;
        Envelope envelope = envelope(id, signal.accountId(), origin, signal.at());
        return OutboxRecord.of(topics.of(Topic.SIGNALS), keyed.key(), envelope, signal);
    }

    /** Goes to the parent, in whatever partition; of two that pass each other the number tells which is newer. */
    private OutboxRecord child(ChildScoreChanged child) {
        String id = Ids.derived("child-score-changed", child.childId(), child.number())
                .toString();
        Envelope envelope = envelope(id, child.accountId(), FactOrigin.LIVE, child.at());
        return OutboxRecord.of(topics.of(Topic.CUSTOMER_EVENTS), child.accountId(), envelope, child);
    }

    private OutboxRecord letter(DeadLetter letter) {
        Envelope envelope = envelope(letter.letterId(), null, FactOrigin.LIVE, letter.receivedAt());
        return OutboxRecord.of(topics.of(Topic.DEAD_LETTERS), letter.letterId(), envelope, letter);
    }

    /** Goes into this partition of the log. */
    private OutboxRecord activation(FoldStore.Move move, ModelActivated model) {
        String id = ClaimedModel.id(
                        model.contentHash(), move.partition(), move.to().nextOffset())
                .toString();
        Envelope envelope = envelope(id, null, FactOrigin.LIVE, move.to().log().now());
        return OutboxRecord.toPartition(topics.of(Topic.CUSTOMER_EVENTS), move.partition(), envelope, model);
    }

    private static Envelope envelope(String id, @Nullable String accountId, FactOrigin origin, Instant at) {
        return new Envelope(id, SOURCE, at, accountId, origin, at, 0);
    }
}
