package io.playcaller.forecast.portfolio.app;

import io.playcaller.forecast.portfolio.Renewals;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/** Every open contract's renewal, for figures of the whole portfolio. */
public interface RenewalTable {

    /** From a reading that began at most 300 ms ago, or that is under way; who asks at the same time shares it. */
    Uni<Renewals> now();

    /** ARR of the lines of each open contract, by product. */
    Uni<Map<String, Map<String, Long>>> products();
}
