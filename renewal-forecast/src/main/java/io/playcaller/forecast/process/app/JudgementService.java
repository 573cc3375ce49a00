package io.playcaller.forecast.process.app;

import io.playcaller.contracts.Ids;
import io.playcaller.forecast.engine.process.Judgement;
import io.playcaller.forecast.process.JudgementWish;
import io.playcaller.forecast.renewal.app.Forecasts;
import io.playcaller.forecast.renewal.app.Recompute;
import io.playcaller.outbox.relay.OutboxRelay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes what people think of renewals, and takes it back. */
@ApplicationScoped
public class JudgementService {

    private final Pool pool;
    private final Renewals renewals;
    private final Forecasts forecasts;
    private final Recompute recompute;
    private final OutboxRelay relay;

    JudgementService(Pool pool, Renewals renewals, Forecasts forecasts, Recompute recompute, OutboxRelay relay) {
        this.pool = pool;
        this.renewals = renewals;
        this.forecasts = forecasts;
        this.recompute = recompute;
        this.relay = relay;
    }

    /** What became of taking a judgement back. */
    public enum Withdrawal {
        DONE,
        /** There is no such judgement of this contract. */
        UNKNOWN,
        /** It is somebody else's. */
        NOT_YOURS,
        /** It was taken back before. */
        OVER
    }

    /** Keeps a judgement, which takes the place of the last one of its role; empty when the contract is not up for renewal. */
    public Uni<Optional<Judgement>> judge(String contractId, JudgementWish wish) {
        return pool.withTransaction(transaction -> renewals.place(transaction, contractId)
                        .chain(place -> place.isEmpty()
                                ? Uni.createFrom().item(Optional.<Judgement>empty())
                                : judge(transaction, contractId, place.get(), wish)
                                        .map(Optional::of)))
                .invoke(() -> relay.poke());
    }

    private Uni<Judgement> judge(
            SqlConnection transaction, String contractId, Renewals.Place place, JudgementWish wish) {
        List<String> account = List.of(place.accountId());
        return forecasts
                .lock(transaction, account)
                .chain(() -> forecasts.now(transaction))
                .map(now -> wish.at(Ids.next(), contractId, place.renewalOn(), now))
                .chain(judgement -> renewals.add(transaction, judgement)
                        .chain(() -> recompute.forecast(transaction, account))
                        .replaceWith(judgement));
    }

    /**
     * Takes a judgement back. The one before it does not count again.
     *
     * @param leading whether it may be somebody else's
     */
    public Uni<Withdrawal> withdraw(String contractId, UUID judgementId, String author, boolean leading) {
        return pool.withTransaction(transaction -> renewals.judgement(transaction, contractId, judgementId)
                        .chain(found -> found.isEmpty()
                                ? Uni.createFrom().item(Withdrawal.UNKNOWN)
                                : withdraw(transaction, found.get(), author, leading)))
                .invoke(() -> relay.poke());
    }

    private Uni<Withdrawal> withdraw(SqlConnection transaction, Judgement judgement, String author, boolean leading) {
        if (judgement.withdrawnAt() != null) {
            return Uni.createFrom().item(Withdrawal.OVER);
        }
        if (!leading && !judgement.author().equals(author)) {
            return Uni.createFrom().item(Withdrawal.NOT_YOURS);
        }
        return forecasts
                .now(transaction)
                .chain(now -> renewals.withdraw(transaction, judgement.judgementId(), now))
                .chain(() -> renewals.place(transaction, judgement.contractId()))
                .chain(place -> place.isEmpty() ? Uni.createFrom().voidItem() : again(transaction, place.get()))
                .replaceWith(Withdrawal.DONE);
    }

    private Uni<Void> again(SqlConnection transaction, Renewals.Place place) {
        List<String> account = List.of(place.accountId());
        return forecasts.lock(transaction, account).chain(() -> recompute.forecast(transaction, account));
    }
}
