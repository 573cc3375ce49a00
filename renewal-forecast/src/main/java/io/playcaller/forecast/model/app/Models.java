package io.playcaller.forecast.model.app;

import io.playcaller.forecast.lab.trial.ModelCard;
import io.playcaller.forecast.model.ModelChoice;
import io.playcaller.forecast.model.ModelList.Attempt;
import io.playcaller.forecast.model.ModelList.Known;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Versions of the model, their cards, and which is in force. Versions are those of the store: {@link ModelChoice#PRIOR} is the prior. */
public interface Models {

    /** The business time. */
    Uni<Instant> now(SqlClient client);

    /** The version in force. */
    Uni<String> inForce(SqlClient client);

    /** The card of a version that was learnt. */
    Uni<Optional<ModelCard>> card(SqlClient client, String version);

    /** Keeps a card; its version must be new. */
    Uni<Void> add(SqlClient client, ModelCard card);

    /** From now on this is in force. */
    Uni<Void> choose(SqlClient client, ModelChoice choice);

    /** Keeps what came of an attempt. */
    Uni<Void> add(SqlClient client, Attempt attempt);

    /** Newest first. */
    Uni<List<ModelChoice>> choices(SqlClient client, int limit);

    /** Newest first. */
    Uni<List<Known>> known(SqlClient client, int limit);

    /** Newest first. */
    Uni<List<Attempt>> attempts(SqlClient client, int limit);
}
