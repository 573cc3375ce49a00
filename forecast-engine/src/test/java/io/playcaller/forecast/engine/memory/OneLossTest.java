package io.playcaller.forecast.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A tool moved the end to the next term, and then it turned out that the customer had left. */
class OneLossTest {

    private static final long ARR = 100_00;
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 1);
    private static final LocalDate SECOND = LocalDate.of(2026, 3, 1);
    private static final LocalDate TODAY = LocalDate.of(2028, 1, 1);

    private static final RenewalOutcome KEPT = new RenewalOutcome(ARR, ARR);
    private static final RenewalOutcome LOST = new RenewalOutcome(0, 0);
    private static final RenewalOutcome NEVER_BEGAN = new RenewalOutcome(0, 0, false);

    @Test
    void aLossIsThatOfTheTermInWhichItCameAndTheNextOneNeverBegan() {
        ContractRecord left = contract(FIRST.plusDays(5), TODAY);

        assertThat(again(due(FIRST, null, null), left)).isEqualTo(LOST);
        assertThat(again(due(SECOND, FIRST, null), left)).isEqualTo(NEVER_BEGAN);
        assertThat(again(due(SECOND.plusMonths(1), SECOND, FIRST), left)).isEqualTo(NEVER_BEGAN);
    }

    @Test
    void theDayOnWhichATermIsSeenIsTheLastOneOfItsLosses() {
        ContractRecord onThatDay = contract(FIRST.plusDays(15), TODAY);
        ContractRecord aDayLater = contract(FIRST.plusDays(16), TODAY);

        assertThat(again(due(FIRST, null, null), onThatDay)).isEqualTo(LOST);
        assertThat(again(due(SECOND, FIRST, null), onThatDay)).isEqualTo(NEVER_BEGAN);
        assertThat(again(due(FIRST, null, null), aDayLater)).isEqualTo(KEPT);
        assertThat(again(due(SECOND, FIRST, null), aDayLater)).isEqualTo(LOST);
    }

    @Test
    void ofAYearTheLossOfTheMonthAfterItIsItsOwn() {
        LocalDate end = START.plusYears(1);
        Due first = due(end, null, null);
        Due next = due(end.plusYears(1), end, null);

        assertThat(again(first, contract(end.plusDays(30), TODAY))).isEqualTo(LOST);
        assertThat(again(next, contract(end.plusDays(30), TODAY))).isEqualTo(NEVER_BEGAN);
        assertThat(again(first, contract(end.plusDays(31), TODAY))).isEqualTo(KEPT);
        assertThat(again(next, contract(end.plusDays(31), TODAY))).isEqualTo(LOST);
    }

    @Test
    void aTermBeginsWhereTheCustomerCameBack() {
        LocalDate end = SECOND.plusMonths(5);
        ContractRecord back = contract(
                end,
                null,
                movement(MovementKind.NEW, START, ARR),
                movement(MovementKind.CHURN, FIRST, -ARR),
                movement(MovementKind.REACTIVATION, SECOND.plusMonths(4), ARR));

        assertThat(again(due(FIRST, null, null), back)).isEqualTo(LOST);
        assertThat(again(due(end, FIRST, null), back)).isEqualTo(KEPT);
    }

    @Property(tries = 200)
    void whateverMovedBeforeOneLossIsCountedOnce(
            @ForAll @Size(max = 12) List<@IntRange(min = -10, max = 14) Integer> told,
            @ForAll @IntRange(min = 1, max = 400) int left,
            @ForAll @IntRange(max = 20) int closedAfter) {
        NavigableMap<LocalDate, ContractRecord> register = new TreeMap<>();
        register.put(START, contract(FIRST, null));
        LocalDate end = FIRST;
        for (int days : told) {
            register.put(end.plusDays(days), contract(end.plusMonths(1), null));
            end = end.plusMonths(1);
        }
        LocalDate lost = START.plusDays(left).isAfter(end) ? end : START.plusDays(left);
        LocalDate closed = end.plusDays(closedAfter);
        register.put(closed, contract(lost, closed));

        List<RenewalOutcome> outcomes = List.copyOf(
                new RememberedTerms(register, ARR).until(closed.plusDays(1)).values());

        assertThat(outcomes).filteredOn(LOST::equals).hasSize(1);
        assertThat(outcomes)
                .isSortedAccordingTo((one, other) -> Integer.compare(place(one), place(other)))
                .hasSize(told.size() + 1);
    }

    /** Kept, then lost, then none any more. */
    private static int place(RenewalOutcome outcome) {
        return List.of(KEPT, LOST, NEVER_BEGAN).indexOf(outcome);
    }

    private static RenewalOutcome again(Due due, ContractRecord contract) {
        return RenewalOutcome.again(due, List.of(contract), RememberedTerms.by(TODAY))
                .orElseThrow();
    }

    private static Due due(LocalDate renewalOn, @Nullable LocalDate since, @Nullable LocalDate before) {
        return new Due("c1", renewalOn, new Money(ARR, "EUR"), since, before);
    }

    private static ContractMovement movement(MovementKind kind, LocalDate on, long delta) {
        return new ContractMovement(kind + "-" + on, kind, on, new Money(delta, "EUR"), "l1", null);
    }

    private static ContractRecord contract(
            LocalDate endsOn, @Nullable LocalDate closedOn, ContractMovement... movements) {
        ContractLine line = new ContractLine("l1", "core", new Money(ARR, "EUR"), null, START, endsOn);
        return new ContractRecord(
                "c1", "a1", 1, START, START, endsOn, false, 0, null, closedOn, List.of(line), List.of(movements), null);
    }
}
