package io.playcaller.forecast.outcome.app;

import io.playcaller.forecast.engine.lift.ContentSpan;
import io.playcaller.forecast.outcome.RunCount;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;

/** Which content runs of plays used. Days are UTC days; periods begin with {@code from} and end before {@code until}. */
public interface ContentFacts {

    /** In which time which play used it, by the runs that were looked back at in the period; by content and play. */
    Uni<List<ContentSpan>> spans(LocalDate from, LocalDate until);

    /** How many runs ended in the period that used it, by content. */
    Uni<List<RunCount>> runs(LocalDate from, LocalDate until);
}
