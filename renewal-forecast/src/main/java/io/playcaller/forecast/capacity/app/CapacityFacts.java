package io.playcaller.forecast.capacity.app;

import io.playcaller.forecast.capacity.CapacityKnown;
import io.smallrye.mutiny.Uni;

/** What a report is made from, as the store has it. */
public interface CapacityFacts {

    /**
     * Everything that is known.
     *
     * @param days before today that tasks are measured in
     * @param quarters ahead whose renewals are due
     */
    Uni<CapacityKnown> known(int days, int quarters);
}
