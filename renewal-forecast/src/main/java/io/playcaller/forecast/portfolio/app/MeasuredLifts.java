package io.playcaller.forecast.portfolio.app;

import io.smallrye.mutiny.Uni;
import java.util.Map;

/** What plays were measured to do, against holdouts. */
public interface MeasuredLifts {

    /** By play: what it adds to the probability of renewal, in millionths. A play that was not measured, or whose
     * sign is not known, is absent. */
    Uni<Map<String, Integer>> byPlay();
}
