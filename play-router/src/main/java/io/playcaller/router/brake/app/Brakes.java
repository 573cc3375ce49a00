package io.playcaller.router.brake.app;

import io.playcaller.contracts.Ids;
import io.playcaller.router.brake.Brake;
import io.playcaller.router.brake.BrakeLimits;
import io.playcaller.router.brake.Flood;
import io.playcaller.router.brake.out.PgBrake;
import io.playcaller.router.config.PlayRouterConfig;
import io.playcaller.router.play.PlayBook;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.store.Writes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** The volume brake, exact across replicas: whoever begins runs has its lock until the transaction ends. */
@ApplicationScoped
public class Brakes {

    private final PgBrake store;
    private final EligibleAccounts accounts;
    private final BrakeLimits.Standard standard;

    Brakes(PgBrake store, EligibleAccounts accounts, PlayRouterConfig config) {
        this.store = store;
        this.accounts = accounts;
        this.standard = new BrakeLimits.Standard(
                config.brake().least(),
                config.brake().percent(),
                config.brake().total().orElse(null));
    }

    /** The limits that hold now. */
    public BrakeLimits limits(PlayBook plays) {
        return BrakeLimits.of(standard, plays, accounts.byTier());
    }

    /** The brake, once nobody else begins runs. The last lock of a transaction but for new rows. */
    public Uni<Brake> lock(Transaction tx, PlayBook plays) {
        return Writes.thenAsk(store.lock(tx), store.begun(tx)).map(begun -> new Brake(limits(plays), begun));
    }

    /** The brake as it stands, for people. */
    public Uni<Brake> now(Transaction tx, PlayBook plays) {
        return store.begun(tx).map(begun -> new Brake(limits(plays), begun));
    }

    /**
     * Counts runs that begin and make work.
     *
     * @param braked plays of which signals are held from now on
     */
    public Uni<Void> count(Transaction tx, List<Brake.Run> runs, Collection<String> braked) {
        List<Flood> floods = braked.stream()
                .sorted()
                .map(play -> new Flood(play, Ids.next(), tx.now()))
                .toList();
        return Writes.inOrder(List.of(
                store.count(tx, runs.stream().filter(run -> !run.heldOut()).toList()), store.begin(tx, floods)));
    }
}
