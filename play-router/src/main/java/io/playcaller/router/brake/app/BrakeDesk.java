package io.playcaller.router.brake.app;

import io.playcaller.router.brake.Brake;
import io.playcaller.router.brake.HeldCounts;
import io.playcaller.router.brake.out.PgBrake;
import io.playcaller.router.brake.out.PgBrake.Standing;
import io.playcaller.router.play.PlayBook;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.signal.WaitDecider.Word;
import io.playcaller.router.signal.app.Answered;
import io.playcaller.router.signal.app.HeldSignals;
import io.playcaller.router.signal.app.HeldSignals.Which;
import io.playcaller.router.store.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people see of the brake, and say about what it holds. */
@ApplicationScoped
public class BrakeDesk {

    private final Transactions transactions;
    private final Brakes brakes;
    private final PgBrake store;
    private final HeldSignals signals;
    private final CurrentRules rules;

    BrakeDesk(Transactions transactions, Brakes brakes, PgBrake store, HeldSignals signals, CurrentRules rules) {
        this.transactions = transactions;
        this.brakes = brakes;
        this.store = store;
        this.signals = signals;
        this.rules = rules;
    }

    /** The brake as it stands. */
    public record Now(PlayBook plays, Brake brake, List<Standing> floods, Map<String, HeldCounts> held) {}

    public Uni<Now> now() {
        PlayBook plays = rules.get().plays();
        return transactions.run(tx -> brakes.now(tx, plays)
                .chain(brake -> store.floods(tx)
                        .chain(floods -> store.held(tx).map(held -> new Now(plays, brake, floods, held)))));
    }

    /** How many signals of a play are held. */
    public Uni<Long> held(String play) {
        return transactions
                .run(store::held)
                .map(held -> held.containsKey(play) ? held.get(play).total() : 0L);
    }

    /** Empty where something else was said under its key. */
    public Uni<Optional<Answered>> release(Which which, Word word) {
        return signals.release(which, word);
    }

    /** Empty where something else was said under its key. */
    public Uni<Optional<Answered>> discard(Which which, Word word) {
        return signals.discard(which, word);
    }
}
