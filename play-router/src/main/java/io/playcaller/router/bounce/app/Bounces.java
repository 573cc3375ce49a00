package io.playcaller.router.bounce.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.router.bounce.BounceReport;
import io.playcaller.router.bounce.out.PgBounces;
import io.playcaller.router.run.out.PgRunDues;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A letter that came back is from then on what one is that the server refuses at once: of one to our people the delivery has
 * failed; of one to somebody of a customer the message has, nobody writes to that address again where it takes no mail, and the run
 * is looked at. Reported again, nothing changes.
 */
@ApplicationScoped
public class Bounces {

    private static final Came NOT_FAILED = new Came("ignored", "It is late, or it arrived: nothing was given up.");
    private static final Came NOT_OURS = new Came("ignored", "It names no letter of ours.");
    private static final Came KNOWN =
            new Came("unchanged", "No letter of that id is out; it may have been told before.");

    private final Transactions transactions;
    private final PgBounces bounces;
    private final PgRunDues runs;
    private final MeterRegistry meters;

    Bounces(Transactions transactions, PgBounces bounces, PgRunDues runs, MeterRegistry meters) {
        this.transactions = transactions;
        this.bounces = bounces;
        this.runs = runs;
        this.meters = meters;
    }

    /**
     * What became of a report.
     *
     * @param outcome {@code done}, {@code unchanged} or {@code ignored}
     */
    public record Came(String outcome, String because) {}

    public Uni<Came> take(BounceReport report) {
        Optional<UUID> delivery = report.delivery();
        Optional<UUID> message = report.message();
        if (!report.failed() || (delivery.isEmpty() && message.isEmpty())) {
            return Uni.createFrom().item(report.failed() ? NOT_OURS : NOT_FAILED);
        }
        return transactions
                .run(tx -> delivery.isPresent()
                        ? bounces.delivery(tx, delivery.get(), report)
                        : message(tx, message.orElseThrow(), report))
                .invoke(changed -> count(changed, delivery.isPresent() ? "delivery" : "message"))
                .map(changed -> changed ? new Came("done", report.sentence()) : KNOWN);
    }

    private Uni<Boolean> message(Transaction tx, UUID messageId, BounceReport report) {
        return bounces.message(tx, messageId, report)
                .chain(run -> run.isEmpty()
                        ? Uni.createFrom().item(false)
                        : bounces.address(tx, messageId, report)
                                .chain(() -> runs.ofRuns(tx, List.of(run.get())))
                                .replaceWith(true));
    }

    private void count(boolean changed, String what) {
        if (changed) {
            meters.counter("router.bounces", "of", what).increment();
        }
    }
}
