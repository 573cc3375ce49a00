package io.playcaller.router.restore.app;

import io.playcaller.router.delivery.out.PgDeliveryHold;
import io.playcaller.router.restore.ToldStep;
import io.playcaller.router.restore.out.KafkaTaskEnd;
import io.playcaller.router.restore.out.PgKnownSteps;
import io.playcaller.router.store.Transactions;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Asks once, at the start, whether Kafka knows steps of tasks that PostgreSQL does not: as a step is told after its commit only, the
 * database was restored from a backup then, and what it would send may be long over. Delivery is held, for all replicas.
 */
@Singleton
public class RestoreCheck {

    private static final Logger LOG = Logger.getLogger(RestoreCheck.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final KafkaTaskEnd told;
    private final PgKnownSteps known;
    private final PgDeliveryHold hold;
    private final Transactions transactions;

    RestoreCheck(KafkaTaskEnd told, PgKnownSteps known, PgDeliveryHold hold, Transactions transactions) {
        this.told = told;
        this.known = known;
        this.hold = hold;
        this.transactions = transactions;
    }

    /** Ends when it is known, which waits for Kafka and PostgreSQL as long as it takes; from then on a hold, if any, holds. */
    public Uni<Void> passed() {
        return Uni.createFrom()
                .item(told::read)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(this::compare)
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "not known yet whether this database was restored, so nothing is delivered: %s", failure))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    private Uni<Void> compare(List<ToldStep> steps) {
        return transactions.run(tx -> known.of(
                        tx, steps.stream().map(ToldStep::taskId).distinct().toList())
                .map(rows -> ToldStep.unknown(steps, rows, tx.now()))
                .chain(unknown -> unknown.isEmpty() ? Uni.createFrom().voidItem() : hold(tx, unknown)));
    }

    private Uni<Void> hold(Transactions.Transaction tx, List<ToldStep> unknown) {
        String because = "Kafka knows newer steps of " + unknown.size()
                + " tasks than this database: it was restored, and what it would send may be over";
        return hold.begin(tx.connection(), because, null)
                .invoke(begun -> {
                    if (begun) {
                        LOG.errorf("delivery is held until tools were compared: %s", because);
                    }
                })
                .replaceWithVoid();
    }
}
