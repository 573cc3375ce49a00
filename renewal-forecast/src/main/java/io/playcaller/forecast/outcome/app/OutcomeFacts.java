package io.playcaller.forecast.outcome.app;

import io.playcaller.contracts.register.LossReviewRecord;
import io.playcaller.contracts.register.ReferencesRecord;
import io.playcaller.contracts.work.PlayLookedBack;
import io.playcaller.forecast.engine.ledger.CustomerContracts;
import io.playcaller.forecast.engine.memory.TermOutcome;
import io.playcaller.forecast.engine.review.RiskEpisode;
import io.playcaller.forecast.engine.review.Turn;
import io.playcaller.forecast.outcome.Adoption;
import io.playcaller.forecast.outcome.KnownBefore;
import io.playcaller.forecast.outcome.RunCount;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What is known of how things ended. Days are UTC days; periods begin with {@code from} and end before {@code until}. */
public interface OutcomeFacts {

    /** Today, by business time. */
    Uni<LocalDate> today();

    /** Every contract that stands, open or closed, and which accounts are one customer. */
    Uni<CustomerContracts> contracts();

    /** What became of terms that ended on {@code from} or later, where something went on. */
    Uni<List<TermOutcome>> terms(LocalDate from);

    /** Looks back at runs of plays that were made in the period, unless the play had run on the account before, and ended. */
    Uni<List<PlayLookedBack>> looks(LocalDate from, LocalDate until);

    /** How many runs ended in the period, by play. */
    Uni<List<RunCount>> runs(LocalDate from, LocalDate until);

    /** All risk signals that ever were, retracted ones not. */
    Uni<List<RiskEpisode>> riskEpisodes();

    /** All reviews, those of one contract in order of their days. */
    Uni<List<LossReviewRecord>> lossReviews();

    Uni<List<ReferencesRecord>> references();

    /** When a milestone was reached, by account. */
    Uni<Map<String, LocalDate>> reached(String milestone);

    /** The segment that each account is in now. */
    Uni<Map<String, String>> segments();

    /**
     * What the snapshots kept of the contracts {@code days} days before they turned, or of the nearest of the 30 days before that; nothing
     * where there is none.
     */
    Uni<List<KnownBefore>> knownBefore(List<Turn> turns, int days);

    /** The adoption of the newest day up to {@code day} that was kept within 31 days; nothing where there is none. */
    Uni<List<Adoption.Sums>> adoption(LocalDate day);

    /** Keeps today's adoption of customers, once. */
    Uni<Void> keepAdoption();
}
