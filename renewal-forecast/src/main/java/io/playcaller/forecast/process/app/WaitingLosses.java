package io.playcaller.forecast.process.app;

import io.playcaller.contracts.register.LossReviewRecord;
import io.playcaller.forecast.engine.process.Episode;
import io.playcaller.forecast.engine.process.EpisodeChange;
import io.playcaller.forecast.process.WaitingLoss;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Losses that wait for their review, inside one transaction. */
public interface WaitingLosses {

    /** Those of the accounts that had one waiting, or a signal of one open, when they were looked at last. */
    Uni<List<String>> concerned(SqlConnection transaction, Collection<String> accountIds);

    Uni<List<LossReviewRecord>> reviews(SqlConnection transaction, Collection<String> contractIds);

    /** The first day of which a forecast of a contract is kept; none of one that never was forecast here. */
    Uni<Map<String, LocalDate>> known(SqlConnection transaction, Collection<String> contractIds);

    /** The last signal about a loss of each of the contracts, and of each contract that the accounts had one of. */
    Uni<List<Episode>> episodes(
            SqlConnection transaction, Collection<String> contractIds, Collection<String> accountIds);

    /** Of the accounts exactly {@code waiting} wait from now on, and their signals are what {@code changes} made of them. */
    Uni<Void> write(
            SqlConnection transaction,
            Collection<String> accountIds,
            List<WaitingLoss> waiting,
            List<EpisodeChange> changes);
}
