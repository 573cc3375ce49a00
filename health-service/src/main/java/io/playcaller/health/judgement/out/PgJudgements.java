package io.playcaller.health.judgement.out;

import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.fact.OverrideCleared;
import io.playcaller.contracts.fact.OverrideSet;
import io.playcaller.contracts.fact.PulseGiven;
import io.playcaller.health.judgement.OverrideTerms;
import io.playcaller.health.judgement.OverrideView;
import io.playcaller.health.judgement.PulseView;
import io.playcaller.health.judgement.app.Judgements;
import io.playcaller.outbox.OutboxRecord;
import io.playcaller.outbox.PgOutbox;
import io.playcaller.outbox.relay.OutboxRelay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * {@link Judgements} in PostgreSQL. The order of writes: the account's row, whose lock orders what is said of it, then the
 * words, then the fact in the outbox, in the shard of the account's partition, whose owner sends it and reads it in its turn.
 */
@ApplicationScoped
class PgJudgements implements Judgements {

    private final Pool pool;
    private final PgOutbox outbox;
    private final OutboxRelay relay;
    private final BusinessClock clock;
    private final String log;

    PgJudgements(Pool pool, PgOutbox outbox, OutboxRelay relay, BusinessClock clock, TopicNames topics) {
        this.pool = pool;
        this.outbox = outbox;
        this.relay = relay;
        this.clock = clock;
        this.log = topics.of(Topic.CUSTOMER_EVENTS);
    }

    /** One account in one transaction: where its facts go, and the time of what is said now. */
    private record Turn(SqlConnection transaction, String accountId, int partition, Instant at, String staffId) {}

    @Override
    public Uni<Optional<List<OverrideView>>> overrides(String accountId) {
        return OverrideRows.partition(pool, accountId)
                .chain(partition -> partition.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : OverrideRows.list(pool, accountId, MOST, clock.instant())
                                .map(Optional::of));
    }

    @Override
    public Uni<List<OverrideView>> inForceBy(Collection<String> authors) {
        return OverrideRows.inForceBy(pool, authors, MOST_OF_AUTHORS, clock.instant());
    }

    @Override
    public Uni<Optional<OverrideView>> set(String accountId, OverrideTerms terms, String staffId) {
        return inTurn(accountId, staffId, turn -> {
            OverrideView set = OverrideRows.fresh(Ids.next(), accountId, terms, staffId, turn.at());
            OverrideSet fact = new OverrideSet(
                    accountId, set.overrideId().toString(), terms.measure(), terms.points(), terms.until(), staffId);
            return OverrideRows.replace(turn.transaction(), set)
                    .chain(() -> OverrideRows.insert(turn.transaction(), set))
                    .chain(() -> say(turn, fact))
                    .replaceWith(set);
        });
    }

    @Override
    public Uni<Optional<Cleared>> clear(String accountId, UUID overrideId, String staffId) {
        return inTurn(
                        accountId,
                        staffId,
                        turn -> OverrideRows.find(turn.transaction(), accountId, overrideId, turn.at())
                                .chain(found -> found.isEmpty()
                                        ? Uni.createFrom().item(Optional.<Cleared>empty())
                                        : clear(turn, found.get()).map(Optional::of)))
                .map(cleared -> cleared.flatMap(Function.identity()));
    }

    private Uni<Cleared> clear(Turn turn, OverrideView override) {
        if (!override.state().equals(OverrideView.IN_FORCE)) {
            return Uni.createFrom().item(new Cleared(override, false));
        }
        String id = override.overrideId().toString();
        OverrideCleared fact = new OverrideCleared(turn.accountId(), id, override.measure(), turn.staffId());
        OverrideView cleared = OverrideRows.cleared(override, turn.at(), turn.staffId());
        return OverrideRows.end(turn.transaction(), cleared)
                .chain(() -> say(turn, fact))
                .replaceWith(new Cleared(cleared, true));
    }

    @Override
    public Uni<Optional<OverrideView>> forgetWords(String accountId, UUID overrideId, String staffId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return OverrideRows.forgetWords(pool, accountId, overrideId, staffId, now)
                .chain(() -> OverrideRows.find(pool, accountId, overrideId, now));
    }

    @Override
    public Uni<Optional<PulseView>> pulse(String accountId, int pulse, String staffId) {
        return inTurn(
                accountId,
                staffId,
                turn -> say(turn, new PulseGiven(accountId, pulse, staffId))
                        .replaceWith(new PulseView(accountId, pulse, staffId, turn.at())));
    }

    private <T> Uni<Optional<T>> inTurn(String accountId, String staffId, Function<Turn, Uni<T>> work) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return pool.withTransaction(transaction -> OverrideRows.partition(transaction, accountId)
                        .chain(partition -> partition.isEmpty()
                                ? Uni.createFrom().item(Optional.<T>empty())
                                : OverrideRows.turn(transaction, accountId, now)
                                        .chain(at -> work.apply(
                                                new Turn(transaction, accountId, partition.get(), at, staffId)))
                                        .map(Optional::of)))
                .invoke(() -> relay.poke());
    }

    private Uni<Void> say(Turn turn, Record fact) {
        Envelope envelope = Envelope.own(Ids.next().toString(), "health-service", turn.at(), turn.accountId(), 0);
        OutboxRecord outgoing = OutboxRecord.of(log, turn.accountId(), envelope, fact);
        return outbox.append(turn.transaction(), turn.partition(), List.of(outgoing));
    }
}
