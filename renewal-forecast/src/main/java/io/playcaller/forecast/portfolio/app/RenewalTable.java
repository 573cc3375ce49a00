package io.playcaller.forecast.portfolio.app;

import io.playcaller.forecast.portfolio.Renewals;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/** Every open contract's renewal, and what is told of contracts beside it, for figures of the whole portfolio. */
public interface RenewalTable {

    /** As of the question, or of a reading that is under way then; who asks at the same time shares it. */
    Uni<Renewals> now();

    /** ARR of the lines of each contract that is in figures, by product. */
    Uni<Map<String, Map<String, Long>>> products();
}
