package io.playcaller.forecast.portfolio.app;

import io.playcaller.forecast.portfolio.GrowthWork;
import io.smallrye.mutiny.Uni;

/** What others said of customers who may buy more. */
public interface ExpansionWork {

    /** As it stands now. */
    Uni<GrowthWork> now();
}
