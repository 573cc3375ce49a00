package io.playcaller.router.signal.app;

import io.playcaller.router.brake.app.Brakes;
import io.playcaller.router.routing.Restraints;
import io.playcaller.router.routing.Router;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.signal.SignalDecider;
import io.playcaller.router.silence.out.PgSilences;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.store.Writes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Decides on loaded desks by rules, silences and the brake, and writes what was decided.
 *
 * <p>The brake is asked after a first decision, and only where that begins runs: then whoever begins runs waits for one another,
 * across all replicas, until their transactions end. Where some would be too many, all is decided again with these held back.
 */
@ApplicationScoped
class SignalRouting {

    private final CurrentRules rules;
    private final PgSilences silences;
    private final Brakes brakes;
    private final DeskWriter writer;

    SignalRouting(CurrentRules rules, PgSilences silences, Brakes brakes, DeskWriter writer) {
        this.rules = rules;
        this.silences = silences;
        this.brakes = brakes;
        this.writer = writer;
    }

    /** What was decided, on which desks. */
    private record Decided<T>(Desks desks, T answer) {}

    /**
     * Routes within the transaction that loaded the desks, and so holds their lanes.
     *
     * @param decisions may be made several times, each time on fresh desks; only the last counts, also what it answers
     */
    <T> Uni<T> route(Transaction tx, Desks loaded, BiFunction<Desks, SignalDecider, T> decisions) {
        RouterRules current = rules.get();
        return silences.inForce(tx).chain(inForce -> {
            Function<Map<UUID, String>, Decided<T>> decide = braked -> {
                Router router = Router.of(current, new Restraints(inForce, braked), tx.now());
                Desks fresh = loaded.fresh();
                return new Decided<>(fresh, decisions.apply(fresh, new SignalDecider(router)));
            };
            Decided<T> first = decide.apply(Map.of());
            return first.desks().runs().isEmpty()
                    ? writer.write(tx, first.desks(), current.version()).replaceWith(first.answer())
                    : braked(tx, current, first, decide);
        });
    }

    /** Where runs begin: decided once more if some are too many, then counted and written at once. */
    private <T> Uni<T> braked(
            Transaction tx, RouterRules current, Decided<T> first, Function<Map<UUID, String>, Decided<T>> decide) {
        return brakes.lock(tx, current.plays())
                .map(brake -> brake.settle(first, decided -> decided.desks().runs(), decide))
                .chain(decided -> Writes.inOrder(List.of(
                                brakes.count(
                                        tx,
                                        decided.desks().runs(),
                                        decided.desks().braked()),
                                writer.write(tx, decided.desks(), current.version())))
                        .replaceWith(decided.answer()));
    }
}
