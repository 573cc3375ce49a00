package io.playcaller.forecast.engine.process;

import io.playcaller.contracts.reason.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What must be true so many days before the last day on which the customer decides.
 *
 * @param daysBefore 90 for T-90
 * @param severity how grave it is when it is missed
 * @param tiers for whose accounts; nobody keeps stages of accounts that no person looks after
 */
public record Checkpoint(int daysBefore, Severity severity, Set<String> tiers, List<Criterion> needs) {

    public Checkpoint {
        tiers = Set.copyOf(tiers);
        needs = List.copyOf(needs);
    }

    /** {@code T-90}. */
    public String key() {
        return "T-" + daysBefore;
    }

    /** The day at whose end its needs must be true. */
    public LocalDate day(LocalDate decidedOn) {
        return decidedOn.minusDays(daysBefore);
    }
}
