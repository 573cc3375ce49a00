package io.playcaller.forecast.snapshot.app;

import io.playcaller.forecast.snapshot.Snapshot;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The memory of forecasts, and which day they were last made for. */
public interface Snapshots {

    /** Today in UTC, by business time. */
    Uni<LocalDate> today();

    /** The day that all contracts were last forecast for. */
    Uni<LocalDate> forecastFor();

    /** Says that all contracts have been forecast for {@code day}. */
    Uni<Void> forecastFor(LocalDate day);

    /** Accounts with open contracts, or losses that wait for their review, after {@code accountId}, in order. */
    Uni<List<String>> accountsAfter(String accountId, int limit);

    /** Keeps today's forecast of each open contract that has none kept of {@code day}; says how many. */
    Uni<Integer> keep(LocalDate day);

    /**
     * What was kept of a contract, newest first.
     *
     * @param before only older days; null for all
     */
    Uni<List<Snapshot>> of(String contractId, @Nullable LocalDate before, int limit);
}
