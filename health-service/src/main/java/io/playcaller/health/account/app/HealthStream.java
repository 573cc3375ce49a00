package io.playcaller.health.account.app;

import io.playcaller.health.account.HealthBrief;
import io.smallrye.mutiny.Multi;

/** Changes of scores as they are announced, of all partitions, whichever replica made them. */
public interface HealthStream {

    /**
     * From now on, until cancelled. Whoever reads too slowly misses some: it is for pages that live, not for copies.
     */
    Multi<HealthBrief> changes();
}
