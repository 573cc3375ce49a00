package io.playcaller.forecast.lab.closed;

import io.playcaller.forecast.engine.contract.ContractSituation;
import io.playcaller.forecast.engine.memory.Deciding;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the contracts of one account teach. */
public final class Examples {

    /** A forecast of so many days before the day that is asked for is as good. */
    private static final int DAYS_BACK = 6;

    private Examples() {}

    /**
     * One for each horizon and ending of which the reactivation gap is over by the rule of {@code by}, where the contract was in force then and its end was not on
     * record: no cancellation, and no renewal that was signed early, either.
     *
     * @param remembered by contract and day what forecasts were made from
     * @param by also says how far a day of renewal must be from that of the ending to be that of another term
     */
    public static List<Example> of(
            Hindsight ledger,
            Map<String, ? extends NavigableMap<LocalDate, ContractSituation>> remembered,
            List<Integer> horizons,
            Deciding by) {
        List<Example> examples = new ArrayList<>();
        for (Ending ending : Endings.of(ledger.contracts(), ledger.terms(), by.gapDays())) {
            if (!by.isClosed(ending.on())) {
                continue;
            }
            for (int horizon : horizons) {
                LocalDate day = ending.on().minusDays(horizon);
                if (!day.isBefore(ending.startsOn())) {
                    NavigableMap<LocalDate, ContractSituation> known = remembered.containsKey(ending.contractId())
                            ? remembered.get(ending.contractId())
                            : new TreeMap<LocalDate, ContractSituation>();
                    example(ending, horizon, ledger, newest(known, day), by).ifPresent(examples::add);
                }
            }
        }
        return examples;
    }

    /** What was known on {@code day}; null where no forecast of it, or of shortly before, is remembered. */
    private static @Nullable ContractSituation newest(NavigableMap<LocalDate, ContractSituation> known, LocalDate day) {
        Map.Entry<LocalDate, ContractSituation> kept = known.floorEntry(day);
        return kept == null || kept.getKey().isBefore(day.minusDays(DAYS_BACK)) ? null : kept.getValue();
    }

    private static Optional<Example> example(
            Ending ending, int horizon, Hindsight ledger, @Nullable ContractSituation kept, Deciding by) {
        LocalDate ahead = kept == null ? ending.on() : kept.terms().renewalOn();
        int newTerm = by.shortTerms().newTermDays(ending.startsOn(), ending.on());
        boolean later = ChronoUnit.DAYS.between(ending.on(), ahead) >= newTerm;
        if (later && ending.renewed()) {
            return Optional.empty();
        }
        if (kept != null && !later && ahead.isAfter(ending.startsOn())) {
            return kept.terms().endKnownOn() == null
                    ? Optional.of(new Example(ending, horizon, kept, true))
                    : Optional.empty();
        }
        return ledger.situation(ending.contractId(), ending.on().minusDays(horizon), by.gapDays())
                .map(situation -> new Example(ending, horizon, situation, false));
    }
}
