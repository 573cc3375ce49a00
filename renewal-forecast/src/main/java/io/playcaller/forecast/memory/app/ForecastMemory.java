package io.playcaller.forecast.memory.app;

import io.playcaller.forecast.engine.memory.ForecastBridge;
import io.playcaller.forecast.memory.RememberedContract;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What was forecast and decided, by day. */
public interface ForecastMemory {

    /** Two days of which snapshots were kept. */
    record Days(LocalDate from, LocalDate until) {}

    /** The newest days with snapshots on or before these; empty where there is none. */
    Uni<Optional<Days>> days(LocalDate from, LocalDate until);

    /**
     * Contracts with a renewal in the period on either day, after a contract in order of id. Judgements are not in them.
     */
    Uni<List<RememberedContract>> contracts(Days days, ForecastBridge period, String after, int limit);
}
