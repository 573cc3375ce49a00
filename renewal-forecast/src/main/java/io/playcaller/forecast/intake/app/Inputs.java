package io.playcaller.forecast.intake.app;

import io.playcaller.forecast.intake.Told;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** What other services said, kept: of two copies the higher version wins. */
public interface Inputs {

    /** Keeps what is newer than what is known. */
    Uni<Void> store(SqlConnection transaction, Told told);
}
