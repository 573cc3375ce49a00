package io.playcaller.forecast.memory.app;

import io.playcaller.forecast.memory.NotClosed;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;

/** What is in no figure of accuracy so far. */
public interface NotClosedYet {

    /** Renewals due from a day on and before another that are not closed, by currency, the decided ones of each first. */
    Uni<List<NotClosed>> of(LocalDate from, LocalDate until);
}
