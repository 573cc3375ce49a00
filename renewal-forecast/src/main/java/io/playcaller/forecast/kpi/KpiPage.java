package io.playcaller.forecast.kpi;

import io.playcaller.forecast.outcome.SaveTable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a quarter that have an owner.
 *
 * @param from first day
 * @param until first day after it, or after today while it runs
 * @param savesByReason what stands behind the save rate
 */
public record KpiPage(
        String quarter,
        LocalDate from,
        LocalDate until,
        boolean running,
        List<Kpi> items,
        List<SaveTable.Row> savesByReason,
        @Nullable String next) {}
