package io.playcaller.forecast.intake.app;

import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.forecast.intake.Told;
import io.playcaller.forecast.renewal.app.Recompute;
import io.playcaller.outbox.OutboxRecord;
import io.playcaller.outbox.PgOutbox;
import io.playcaller.outbox.relay.OutboxRelay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Takes in one batch: lock its accounts and those that are merged with them, keep what is newer, forecast those accounts anew,
 * append what changed to the outbox; all in one transaction. A failed transaction is tried again until it succeeds, because the
 * batch is not acknowledged before.
 */
@ApplicationScoped
public class IntakeService {

    private static final Logger LOG = Logger.getLogger(IntakeService.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LAST_RETRY = Duration.ofSeconds(5);

    private final Pool pool;
    private final Inputs inputs;
    private final Recompute recompute;
    private final PgOutbox outbox;
    private final OutboxRelay relay;
    private final TopicNames topics;

    IntakeService(
            Pool pool, Inputs inputs, Recompute recompute, PgOutbox outbox, OutboxRelay relay, TopicNames topics) {
        this.pool = pool;
        this.inputs = inputs;
        this.recompute = recompute;
        this.outbox = outbox;
        this.relay = relay;
        this.topics = topics;
    }

    /** Completes when what was told is kept and what follows from it is on its way. */
    public Uni<Void> take(Told told) {
        if (told.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return pool.withTransaction(transaction -> takeIn(transaction, told))
                .invoke(() -> relay.poke())
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "a batch could not be taken in; it is tried again"))
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, LAST_RETRY)
                .atMost(Long.MAX_VALUE);
    }

    private Uni<Void> takeIn(SqlConnection transaction, Told told) {
        return recompute
                .together(transaction, told.accountIds())
                .chain(accounts -> recompute
                        .lock(transaction, accounts)
                        .chain(() -> inputs.store(transaction, told))
                        .chain(() -> recompute.forecast(transaction, accounts)))
                .chain(() -> outbox.append(transaction, letters(told)));
    }

    private List<OutboxRecord> letters(Told told) {
        return told.unreadable().stream()
                .map(unreadable -> letter(unreadable.letter()))
                .toList();
    }

    private OutboxRecord letter(DeadLetter letter) {
        Envelope envelope = Envelope.own(letter.letterId(), Recompute.SERVICE, letter.receivedAt(), null, 0);
        return OutboxRecord.of(topics.of(Topic.DEAD_LETTERS), letter.letterId(), envelope, letter);
    }
}
