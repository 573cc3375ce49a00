package io.playcaller.forecast.engine.memory;

import static io.playcaller.forecast.engine.ledger.Contracts.contract;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.ledger.Contracts;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A contract that renews by itself and is written once, looked at once a day, as the service does, until it is closed. */
class RanOnPropertyTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 31);
    private static final RenewalOutcome KEPT = new RenewalOutcome(10_000, 10_000);
    private static final RenewalOutcome LOST = new RenewalOutcome(0, 0);

    @Property(tries = 150)
    void eachTermHasOneOutcomeAndTheOneInWhichItWasClosedIsLost(
            @ForAll @IntRange(min = 1, max = 14) int months, @ForAll @IntRange(min = 1, max = 1_200) int days) {
        LocalDate closedOn = START.plusDays(days);
        Contracts told = contract("c1")
                .of("a1")
                .from(START.toString())
                .until(START.plusMonths(months).toString())
                .renewingItself(0)
                .line("core", 100);
        ContractRecord open = told.build();
        ContractRecord closed = told.closedOn(closedOn.toString()).build();

        Map<LocalDate, RenewalOutcome> outcomes = new RememberedTerms(
                        new TreeMap<>(Map.of(START, open, closedOn, closed)), 10_000)
                .until(closedOn.plusDays(2));

        assertThat(began(outcomes)).isEqualTo(expected(open, LocalDate.parse(String.valueOf(closed.overOn()))));
    }

    private static NavigableMap<LocalDate, RenewalOutcome> began(Map<LocalDate, RenewalOutcome> outcomes) {
        NavigableMap<LocalDate, RenewalOutcome> began = new TreeMap<>(outcomes);
        began.values().removeIf(outcome -> !outcome.began());
        return began;
    }

    /** What is over by the day on which a term is looked back at was lost in that term, and none began after it. */
    private static NavigableMap<LocalDate, RenewalOutcome> expected(ContractRecord open, LocalDate overOn) {
        NavigableMap<LocalDate, RenewalOutcome> expected = new TreeMap<>();
        LocalDate start = START;
        while (true) {
            LocalDate end = open.termOn(start).endsOn();
            boolean lost = !overOn.isAfter(RememberedTerms.by(end).seenOn(start, end, end));
            expected.put(end, lost ? LOST : KEPT);
            if (lost) {
                return expected;
            }
            start = end;
        }
    }
}
