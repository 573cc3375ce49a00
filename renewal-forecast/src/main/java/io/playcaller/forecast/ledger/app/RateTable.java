package io.playcaller.forecast.ledger.app;

import io.playcaller.forecast.engine.currency.Rate;
import io.playcaller.forecast.ledger.SaidRate;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rates into the reporting currency. */
public interface RateTable {

    /** A place in the list: after this version of this day. */
    record After(LocalDate day, int version) {}

    /**
     * Says rates, each as a new version of its day where another one holds.
     *
     * @param rates of each currency and day one
     * @return how many are new
     */
    Uni<Integer> say(List<Rate> rates, String saidBy);

    /** All versions of a currency's rates, newest day and version first. */
    Uni<List<SaidRate>> of(String currency, @Nullable After after, int limit);
}
