package io.playcaller.forecast.engine.memory;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.contract.MovedDay;
import io.playcaller.forecast.engine.contract.ShortTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the service remembers of one contract: which renewal was ahead on each day, and what became of each. */
final class RememberedTerms {

    static final int GAP = 30;
    static final ShortTerms TERMS = ShortTerms.defaults();

    private record Told(Due due, RenewalOutcome outcome) {}

    private final NavigableMap<LocalDate, ContractRecord> told;
    private final Money arr;
    private final NavigableMap<LocalDate, LocalDate> ahead = new TreeMap<>();
    private final NavigableMap<LocalDate, Told> outcomes = new TreeMap<>();

    /** @param told what the register says from which day on */
    RememberedTerms(NavigableMap<LocalDate, ContractRecord> told, long arr) {
        this.told = told;
        this.arr = new Money(arr, "EUR");
    }

    static Deciding by(LocalDate day) {
        return new Deciding(GAP, TERMS, day);
    }

    /** The outcomes by renewal, as known on {@code last} by who looked every day. */
    Map<LocalDate, RenewalOutcome> until(LocalDate last) {
        for (LocalDate day = told.firstKey(); !day.isAfter(last); day = day.plusDays(1)) {
            ContractRecord contract = told.floorEntry(day).getValue();
            LocalDate due = contract.closedOn() == null ? contract.termOn(day).endsOn() : null;
            look(day, due, contract);
            if (due != null) {
                ahead.put(day, due);
            }
        }
        Map<LocalDate, RenewalOutcome> known = new TreeMap<>();
        outcomes.forEach((end, its) -> known.put(end, its.outcome()));
        return known;
    }

    private void look(LocalDate day, @Nullable LocalDate due, ContractRecord contract) {
        List<LocalDate> candidates = new ArrayList<>();
        LocalDate yesterday = ahead.get(day.minusDays(1));
        if (yesterday != null && !yesterday.equals(due)) {
            candidates.add(yesterday);
        }
        if (due != null && !due.plusDays(TERMS.grace()).isAfter(day)) {
            candidates.add(due);
        }
        candidates.removeAll(outcomes.keySet());
        outcomes.replaceAll((end, known) -> RenewalOutcome.again(known.due(), List.of(contract), by(day))
                .map(outcome -> new Told(known.due(), outcome))
                .orElseThrow());
        candidates.stream()
                .map(this::due)
                .forEach(candidate -> RenewalOutcome.of(candidate, List.of(contract), by(day))
                        .ifPresent(outcome -> outcomes.put(candidate.renewalOn(), new Told(candidate, outcome))));
    }

    private Due due(LocalDate renewalOn) {
        LocalDate latest = renewalOn.minusDays(MovedDay.WORDS_HOLD_DAYS);
        Optional<LocalDate> stood = ahead.headMap(renewalOn).entrySet().stream()
                .filter(it -> !it.getValue().isAfter(it.getKey().plusDays(1))
                        && it.getValue().isBefore(latest))
                .map(Map.Entry::getValue)
                .max(LocalDate::compareTo);
        LocalDate known = outcomes.lowerKey(latest);
        LocalDate since = known == null || stood.filter(known::isBefore).isPresent() ? stood.orElse(null) : known;
        LocalDate before = since == null || !outcomes.containsKey(since)
                ? null
                : outcomes.get(since).due().since();
        return new Due("c1", renewalOn, arr, since, before);
    }
}
