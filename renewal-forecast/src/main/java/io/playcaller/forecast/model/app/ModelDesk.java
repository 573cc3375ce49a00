package io.playcaller.forecast.model.app;

import io.playcaller.forecast.lab.trial.ModelCard;
import io.playcaller.forecast.model.ModelChoice;
import io.playcaller.forecast.model.ModelList;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Shows models, and puts one in force by hand: a better one forward, or an earlier one back. */
@ApplicationScoped
public class ModelDesk {

    private final Pool pool;
    private final Models models;
    private final Forecasters forecasters;

    ModelDesk(Pool pool, Models models, Forecasters forecasters) {
        this.pool = pool;
        this.models = models;
        this.forecasters = forecasters;
    }

    /** The newest {@code limit} of each list. */
    public Uni<ModelList> list(int limit) {
        return forecasters
                .version(pool)
                .chain(inForce -> models.choices(pool, limit)
                        .chain(choices -> models.known(pool, limit)
                                .chain(known -> models.attempts(pool, limit)
                                        .map(attempts -> new ModelList(
                                                inForce, forecasters.prior().version(), choices, known, attempts)))));
    }

    /** The card of a version that was learnt. */
    public Uni<Optional<ModelCard>> card(String version) {
        return models.card(pool, version);
    }

    /** Puts a version in force; empty where there is no such version. What is in force already stays, and nothing is written. */
    public Uni<Optional<ModelChoice>> choose(String named, String author, String reason) {
        String version = forecasters.stored(named);
        return pool.withTransaction(transaction -> known(transaction, version)
                .chain(known -> known
                        ? choose(transaction, version, author, reason).map(Optional::of)
                        : Uni.createFrom().item(Optional.<ModelChoice>empty())));
    }

    private Uni<Boolean> known(SqlConnection transaction, String version) {
        return version.equals(ModelChoice.PRIOR)
                ? Uni.createFrom().item(true)
                : models.card(transaction, version).map(Optional::isPresent);
    }

    private Uni<ModelChoice> choose(SqlConnection transaction, String version, String author, String reason) {
        return models.now(transaction)
                .map(now -> new ModelChoice(version, now, author, reason))
                .chain(choice -> models.inForce(transaction)
                        .chain(before -> before.equals(version)
                                ? Uni.createFrom().voidItem()
                                : models.choose(transaction, choice))
                        .replaceWith(choice));
    }
}
