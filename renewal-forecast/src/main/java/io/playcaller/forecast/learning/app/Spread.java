package io.playcaller.forecast.learning.app;

import io.playcaller.forecast.renewal.app.Recompute;
import io.playcaller.forecast.snapshot.app.Snapshots;
import io.playcaller.outbox.relay.OutboxRelay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * When another model or another process came into force, forecasts every open contract anew with it. One that came into force on the way
 * makes it begin again at the next look; several replicas may do it at once, for a forecast that says the same is not written.
 */
@ApplicationScoped
public class Spread {

    private static final int ACCOUNTS_AT_ONCE = 200;

    private final Pool pool;
    private final ForecastVersion version;
    private final ClosedAccounts accounts;
    private final Snapshots snapshots;
    private final Recompute recompute;
    private final OutboxRelay relay;

    Spread(
            Pool pool,
            ForecastVersion version,
            ClosedAccounts accounts,
            Snapshots snapshots,
            Recompute recompute,
            OutboxRelay relay) {
        this.pool = pool;
        this.version = version;
        this.accounts = accounts;
        this.snapshots = snapshots;
        this.recompute = recompute;
        this.relay = relay;
    }

    /** One look; completes when every contract is forecast with the model and the process that were in force at its beginning. */
    public Uni<Void> spread() {
        return version.wanted()
                .chain(wanted -> wanted.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : accounts.spread()
                                .chain(spread -> spread.equals(wanted.get())
                                        ? Uni.createFrom().voidItem()
                                        : after("").chain(() -> accounts.spread(wanted.get()))));
    }

    private Uni<Void> after(String accountId) {
        return snapshots
                .accountsAfter(accountId, ACCOUNTS_AT_ONCE)
                .chain(slice -> slice.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : forecast(slice).chain(() -> after(slice.get(slice.size() - 1))));
    }

    private Uni<Void> forecast(List<String> slice) {
        return pool.withTransaction(transaction ->
                        recompute.lock(transaction, slice).chain(() -> recompute.forecast(transaction, slice)))
                .invoke(() -> relay.poke());
    }
}
