package io.playcaller.forecast.lab.closed;

import io.playcaller.forecast.engine.contract.ContractSituation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What the contracts of one account teach. */
public final class Examples {

    /** A forecast of so many days before the day that is asked for is as good. */
    private static final int DAYS_BACK = 6;

    /** A successor may start so many days after an end: until then nobody knows how it ended. */
    private static final int SETTLED_DAYS = 30;

    private Examples() {}

    /**
     * One for each horizon and ending that is settled on {@code today}, where the contract was in force then and its end was not on record.
     *
     * @param remembered by contract and day what forecasts were made from
     */
    public static List<Example> of(
            Hindsight ledger,
            Map<String, ? extends NavigableMap<LocalDate, ContractSituation>> remembered,
            List<Integer> horizons,
            LocalDate today) {
        List<Example> examples = new ArrayList<>();
        for (Ending ending : Endings.of(ledger.contracts(), ledger.terms())) {
            if (ending.on().isAfter(today.minusDays(SETTLED_DAYS))) {
                continue;
            }
            for (int horizon : horizons) {
                LocalDate day = ending.on().minusDays(horizon);
                if (!day.isBefore(ending.startsOn())) {
                    NavigableMap<LocalDate, ContractSituation> known = remembered.containsKey(ending.contractId())
                            ? remembered.get(ending.contractId())
                            : new TreeMap<LocalDate, ContractSituation>();
                    example(ending, horizon, ledger, known).ifPresent(examples::add);
                }
            }
        }
        return examples;
    }

    private static Optional<Example> example(
            Ending ending, int horizon, Hindsight ledger, NavigableMap<LocalDate, ContractSituation> known) {
        LocalDate day = ending.on().minusDays(horizon);
        Map.Entry<LocalDate, ContractSituation> kept = known.floorEntry(day);
        if (kept != null && !kept.getKey().isBefore(day.minusDays(DAYS_BACK))) {
            return kept.getValue().terms().endKnownOn() == null
                    ? Optional.of(new Example(ending, horizon, kept.getValue(), true))
                    : Optional.empty();
        }
        return ledger.situation(ending.contractId(), day)
                .map(situation -> new Example(ending, horizon, situation, false));
    }
}
