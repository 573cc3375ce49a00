package io.playcaller.router.silence.app;

import io.playcaller.contracts.Ids;
import io.playcaller.router.signal.out.PgWaitingSignals;
import io.playcaller.router.silence.Matchers;
import io.playcaller.router.silence.Silence;
import io.playcaller.router.silence.out.PgSilences;
import io.playcaller.router.silence.out.PgSilences.Listed;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people say is to make no work for a while. */
@ApplicationScoped
public class Silences {

    /** How many may hold or be to come: each is asked of every signal. */
    public static final int MOST = 500;

    private final Transactions transactions;
    private final PgSilences silences;
    private final PgWaitingSignals signals;

    Silences(Transactions transactions, PgSilences silences, PgWaitingSignals signals) {
        this.transactions = transactions;
        this.silences = silences;
        this.signals = signals;
    }

    /**
     * A silence that somebody asks for.
     *
     * @param from null for now
     */
    public record Wish(
            Matchers matchers,
            boolean alsoCritical,
            @Nullable Instant from,
            Instant until,
            String because,
            String author) {

        Silence at(Instant now) {
            Instant begins = from == null ? now : from;
            return new Silence(Ids.next(), matchers, alsoCritical, begins, until, because, author, now, null);
        }
    }

    /** What came of asking for one. */
    public sealed interface Made {

        /** It holds, or will. */
        record Done(Silence silence, Silence.State state) implements Made {}

        /** There are as many as there may be. */
        record TooMany() implements Made {}

        /** It would be over already, or last too long. */
        record BadTime(Instant now) implements Made {}
    }

    /** A silence as it stands now. */
    public record Standing(Silence silence, Silence.State state, int lookedAtAgain) {}

    /** Holds for what is routed from now on; open tasks stay as they are. */
    public Uni<Made> make(Wish wish) {
        return transactions.run(tx -> {
            Silence silence = wish.at(tx.now());
            boolean lasts = silence.until().isAfter(silence.from())
                    && silence.until().isAfter(tx.now())
                    && !silence.until().isAfter(silence.from().plus(Silence.LONGEST));
            return lasts
                    ? silences.lock(tx)
                            .chain(() -> silences.notOver(tx))
                            .chain(count -> count < MOST
                                    ? silences.insert(tx, silence)
                                            .replaceWith(new Made.Done(silence, silence.state(tx.now())))
                                    : Uni.createFrom().item(new Made.TooMany()))
                    : Uni.createFrom().item(new Made.BadTime(tx.now()));
        });
    }

    /**
     * The newest first.
     *
     * @param over whether also those that are over
     * @param after the last of the page before; null for the first page
     */
    public Uni<List<Listed>> list(boolean over, @Nullable UUID after, int limit) {
        return silences.list(over, after, limit);
    }

    /** Takes one back, and has what it silences looked at again. Taken back twice it stays as it is; empty where there is none. */
    public Uni<Optional<Standing>> withdraw(UUID silenceId, String by) {
        return transactions.run(tx -> silences.lock(tx)
                .chain(() -> silences.withdraw(tx, silenceId, by))
                .chain(() -> silences.find(tx, silenceId))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : woken(tx, found.get()).map(Optional::of)));
    }

    private Uni<Standing> woken(Transaction tx, Silence silence) {
        return signals.wake(tx, silence.name()).map(count -> new Standing(silence, silence.state(tx.now()), count));
    }
}
