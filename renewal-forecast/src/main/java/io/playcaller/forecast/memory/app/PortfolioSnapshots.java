package io.playcaller.forecast.memory.app;

import io.playcaller.forecast.portfolio.Portfolio.Figures;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Portfolio figures of each day. Written once. */
public interface PortfolioSnapshots {

    /** Figures told apart by {@code by}. */
    record Told(String by, List<Figures> figures) {}

    /** Figures of a day. */
    record OfDay(LocalDate day, Instant takenAt, Figures figures) {}

    /** Whether the memory of {@code day} is whole. */
    Uni<Boolean> has(LocalDate day);

    /** Keeps figures and says that the day is whole, unless somebody else did; in one transaction. */
    Uni<Void> keep(LocalDate day, List<Told> told);

    /**
     * Figures of a quarter over the days, newest first.
     *
     * @param before only older days; null for all
     */
    Uni<List<OfDay>> of(
            String quarter, String by, String group, String currency, @Nullable LocalDate before, int limit);
}
