package io.playcaller.forecast.engine.memory;

import io.playcaller.contracts.forecast.Driver;
import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.forecast.engine.memory.BridgeStep.Cause;
import io.playcaller.forecast.engine.memory.Standing.Decided;
import io.playcaller.forecast.engine.memory.Standing.Open;
import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why the figure of a period changed between two days, contract by contract. The change is taken apart in a fixed order,
 * each step from where the one before ended, so that the steps of a contract sum to its change to the cent. What a period
 * does to all renewals at once leaves what is expected alone and has no step.
 *
 * @param from first day of the period whose renewals count
 * @param until first day after it
 */
public record ForecastBridge(LocalDate from, LocalDate until) {

    /** What a contract counts in the period. */
    public long figure(@Nullable Standing standing) {
        return standing != null && counts(standing) ? standing.figure() : 0;
    }

    /** Whether its renewal lies in the period. */
    public boolean counts(Standing standing) {
        return !standing.renewalOn().isBefore(from) && standing.renewalOn().isBefore(until);
    }

    /** The steps from {@code before} to {@code after}; null where the contract was in no figure. Steps of zero are left out. */
    public List<BridgeStep> steps(@Nullable Standing before, @Nullable Standing after) {
        List<BridgeStep> steps = new ArrayList<>();
        if (before == null) {
            steps.add(BridgeStep.of(Cause.NEW_CONTRACT, figure(after)));
        } else if (after == null) {
            steps.add(BridgeStep.of(Cause.NO_LONGER_COUNTED, -figure(before)));
        } else if (before instanceof Decided || !counts(before) || !counts(after)) {
            Cause cause = before instanceof Decided ? Cause.RESTATED : Cause.DATE_MOVED;
            steps.add(BridgeStep.of(cause, figure(after) - figure(before)));
        } else if (before instanceof Open open && after instanceof Decided decided) {
            steps.add(BridgeStep.of(decided.kept() > 0 ? Cause.RENEWED : Cause.LOST, decided.kept() - open.figure()));
        } else if (before instanceof Open open && after instanceof Open now) {
            betweenForecasts(open, now, steps);
        }
        return steps.stream().filter(step -> step.minor() != 0).toList();
    }

    private static void betweenForecasts(Open before, Open after, List<BridgeStep> steps) {
        ContractOutlook old = before.outlook();
        ContractOutlook next = after.outlook();
        ContractOutlook resized = old.worth(next.arr());
        steps.add(BridgeStep.of(Cause.AMOUNT, resized.expectedRetained() - old.expectedRetained()));
        if (!before.forecast().modelVersion().equals(after.forecast().modelVersion())) {
            steps.add(BridgeStep.of(Cause.MODEL_VERSION, next.expectedRetained() - resized.expectedRetained()));
        } else {
            ContractOutlook moved = byDriver(before.forecast(), after.forecast(), resized, steps);
            steps.add(BridgeStep.of(Cause.CONTRACTION, next.expectedRetained() - moved.expectedRetained()));
        }
        long judgedBefore = before.figure() - before.expected();
        long judgedAfter = after.figure() - after.expected();
        steps.add(BridgeStep.of(Cause.JUDGEMENT, judgedAfter - judgedBefore));
    }

    /** One step per driver whose points changed: those of before in their order, then new ones. */
    private static ContractOutlook byDriver(
            RenewalForecast before, RenewalForecast after, ContractOutlook from, List<BridgeStep> steps) {
        Map<Moved, Long> changes = new LinkedHashMap<>();
        before.drivers().forEach(driver -> changes.merge(Moved.of(driver), -driver.points(), Long::sum));
        after.drivers().forEach(driver -> changes.merge(Moved.of(driver), driver.points(), Long::sum));
        long renews = before.renews();
        ContractOutlook current = from;
        for (Map.Entry<Moved, Long> change : changes.entrySet()) {
            renews += change.getValue();
            ContractOutlook next = from.renewing(Math.toIntExact(renews));
            steps.add(new BridgeStep(
                    Cause.PROBABILITY,
                    change.getKey().driver(),
                    change.getKey().reason(),
                    next.expectedRetained() - current.expectedRetained()));
            current = next;
        }
        ContractOutlook moved = from.renewing(after.renews());
        // Drivers of a forecast sum to its probability; what a stored one may lack is said as the base rate's.
        steps.add(new BridgeStep(
                Cause.PROBABILITY, "base-rate", null, moved.expectedRetained() - current.expectedRetained()));
        return moved;
    }

    private record Moved(String driver, @Nullable Reason reason) {

        static Moved of(Driver driver) {
            return new Moved(driver.driver(), driver.reason());
        }
    }
}
