package io.playcaller.router.delivery.app;

import io.playcaller.router.delivery.Attempt;
import io.playcaller.router.delivery.Background;
import io.playcaller.router.delivery.Delivery;
import io.playcaller.router.delivery.Pace;
import io.playcaller.router.delivery.Receipt;
import io.playcaller.router.task.TaskDecision;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A tool of our people that tasks are told to. To add one is to add a bean that implements this: the ledger, the order, the
 * retries, the pace and the breaker are the same for all.
 */
public interface Connector {

    /** Stable: it stands in the ledger, in metrics and in addresses. */
    String name();

    /** Where its messages go; empty while it is not configured. A tool that said stop stays stopped until this changes. */
    Optional<String> target();

    default boolean isConfigured() {
        return target().isPresent();
    }

    /**
     * Whether messages of one task go one after the other, each only when those before it are settled: those for the tool as such,
     * and those for each person or channel. Else each goes by itself, and a reader tells from the task's {@code rev} what is newer.
     */
    boolean inOrder();

    Pace pace();

    /** How long one attempt may take, all its requests together. */
    Duration timeout();

    /**
     * The messages of a step, by {@link #name()}; none when the tool need not hear of it. Called in the transaction of the
     * step: it only computes, and never fails.
     */
    List<Delivery> deliveries(TaskDecision.Changed change, Background background);

    /**
     * Makes one attempt, outside of any transaction. The same message may come again after a crash, also when the tool has
     * had it: what it does then must be done once. A failure of the Uni counts as {@link Receipt.Failed}.
     */
    Uni<Receipt> send(Attempt attempt);
}
