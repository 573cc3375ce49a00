package io.playcaller.forecast.process.app;

import io.playcaller.forecast.process.Reviewed;
import io.playcaller.forecast.process.StageMove;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;

/** What was said and found of renewals, inside one transaction. */
public interface ProcessStore {

    /** Adds moves; one that is there already changes nothing. */
    Uni<Void> add(SqlConnection transaction, List<StageMove> moves);

    /**
     * Writes how the renewals of accounts stand, their faults and the last of their signals.
     *
     * @param process version of the process by which they were looked at
     */
    Uni<Void> write(SqlConnection transaction, List<Reviewed> reviewed, String process, Instant now);
}
