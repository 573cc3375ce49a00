package io.playcaller.forecast.portfolio.app;

import io.playcaller.forecast.portfolio.PeriodTerm;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Optional;

/** What quarters did to all renewals at once, as it was found after each of them. */
public interface PeriodTerms {

    /** The newest that was found with this belief. */
    Uni<Optional<PeriodTerm>> newest(double believed);

    /** Whether what quarters before this day told is kept. */
    Uni<Boolean> has(LocalDate until, double believed);

    /** Keeps one; of a day and belief the first one stays. */
    Uni<Void> keep(PeriodTerm term);
}
