package io.playcaller.forecast.snapshot.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.forecast.memory.app.MemoryKeeper;
import io.playcaller.forecast.renewal.app.Recompute;
import io.playcaller.outbox.relay.OutboxRelay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/**
 * When a UTC day begins, forecasts every open contract anew, because time alone moves them, and then keeps the day's
 * snapshot, with what became of renewals and the figures of the portfolio; contracts that come up later in the day are kept
 * when they are first seen. Several replicas may sweep at once:
 * a forecast that says the same is not written, and a snapshot that exists stays.
 */
@ApplicationScoped
public class DailySweep {

    private static final int ACCOUNTS_AT_ONCE = 200;

    private final Pool pool;
    private final Snapshots snapshots;
    private final Recompute recompute;
    private final MemoryKeeper memory;
    private final OutboxRelay relay;
    private final MeterRegistry meters;

    DailySweep(
            Pool pool,
            Snapshots snapshots,
            Recompute recompute,
            MemoryKeeper memory,
            OutboxRelay relay,
            MeterRegistry meters) {
        this.pool = pool;
        this.snapshots = snapshots;
        this.recompute = recompute;
        this.memory = memory;
        this.relay = relay;
        this.meters = meters;
    }

    /** One look; completes when everything due is done. */
    public Uni<Void> sweep() {
        return snapshots
                .today()
                .chain(today -> snapshots
                        .forecastFor()
                        .chain(last -> last.isBefore(today)
                                ? forecastAll(today)
                                : Uni.createFrom().voidItem())
                        .chain(() -> snapshots.keep(today))
                        .invoke(kept -> meters.counter("forecast.snapshots").increment(kept))
                        .chain(() -> memory.keep(today)));
    }

    private Uni<Void> forecastAll(LocalDate day) {
        return after("").chain(() -> snapshots.forecastFor(day));
    }

    private Uni<Void> after(String accountId) {
        return snapshots.accountsAfter(accountId, ACCOUNTS_AT_ONCE).chain(accounts -> {
            if (accounts.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            return forecast(accounts).chain(() -> after(accounts.get(accounts.size() - 1)));
        });
    }

    private Uni<Void> forecast(List<String> accounts) {
        return pool.withTransaction(transaction ->
                        recompute.lock(transaction, accounts).chain(() -> recompute.forecast(transaction, accounts)))
                .invoke(() -> relay.poke());
    }
}
