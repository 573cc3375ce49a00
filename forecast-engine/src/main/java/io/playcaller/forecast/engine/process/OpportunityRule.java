package io.playcaller.forecast.engine.process;

import io.playcaller.contracts.register.OpportunityRecord;
import io.playcaller.contracts.register.OpportunityStage;
import io.playcaller.forecast.engine.contract.RenewalStage;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an opportunity that names the contract says of its renewal.
 *
 * @param withinDays it counts when it was opened so many days before the renewal, or later
 * @param open the stage that an open one has reached; null when it says nothing
 * @param won the stage that one that was won has reached; null when it says nothing
 */
public record OpportunityRule(
        int withinDays,
        @Nullable RenewalStage open,
        @Nullable RenewalStage won) {

    /** The stage that {@code opportunity} says the renewal on {@code renewalOn} has reached; empty when it says none. */
    public Optional<RenewalStage> stage(OpportunityRecord opportunity, LocalDate renewalOn) {
        if (opportunity.openedOn().isBefore(renewalOn.minusDays(withinDays))) {
            return Optional.empty();
        }
        if (opportunity.stage() == OpportunityStage.WON) {
            return Optional.ofNullable(won);
        }
        return opportunity.stage() == OpportunityStage.OPEN ? Optional.ofNullable(open) : Optional.empty();
    }
}
