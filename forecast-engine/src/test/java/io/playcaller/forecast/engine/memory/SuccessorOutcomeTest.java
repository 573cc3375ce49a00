package io.playcaller.forecast.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.ledger.ContractLedger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A renewal that the CRM writes as another contract. */
class SuccessorOutcomeTest {

    private static final LocalDate START = LocalDate.of(2025, 7, 1);
    private static final LocalDate END = LocalDate.of(2026, 7, 1);
    private static final Due DUE = new Due("c1", END, new Money(100_00, "EUR"));

    @Test
    void aSuccessorDecidesARenewalThatNobodyClosed() {
        assertThat(outcome(contract(END, null), successor(END, 130_00, "c1")))
                .hasValue(new RenewalOutcome(100_00, 130_00));
    }

    @Test
    void aRenewalIsKnownAsSoonAsItsSuccessorIsSigned() {
        LocalDate signed = END.minusDays(60);

        assertThat(RenewalOutcome.of(
                        DUE, List.of(contract(END, null), successor(END, 90_00, "c1")), RememberedTerms.by(signed)))
                .hasValue(new RenewalOutcome(90_00, 90_00));
    }

    @Test
    void aSuccessorThatBeginsBeforeTheEndIsARenewalAndNoLoss() {
        LocalDate early = END.minusDays(60);

        assertThat(outcome(contract(END, null), successor(early, 120_00, "c1")))
                .hasValue(new RenewalOutcome(100_00, 120_00));
        assertThat(outcome(contract(END, early), successor(early, 120_00, "c1")))
                .hasValue(new RenewalOutcome(100_00, 120_00));
        assertThat(outcome(contract(early, early), successor(early, 120_00, null)))
                .hasValue(new RenewalOutcome(100_00, 120_00));
    }

    @Test
    void whatBeganAgainBeforeTheEndButAfterTheGapWasLost() {
        LocalDate left = END.minusDays(60);

        assertThat(outcome(contract(left, left), successor(left.plusDays(31), 120_00, null)))
                .hasValue(new RenewalOutcome(0, 0));
    }

    @Test
    void aMonthThatAnotherContractGoesOnFromIsCountedOnce() {
        LocalDate end = START.plusMonths(1);
        Due month = new Due("c1", end, new Money(100_00, "EUR"));
        List<ContractRecord> account = List.of(contract(end, null), successor(end, 100_00, "c1"));

        assertThat(RenewalOutcome.of(month, account, RememberedTerms.by(end.plusDays(40))))
                .hasValue(new RenewalOutcome(100_00, 100_00));
    }

    @Test
    void aContractThatSaysWhatCannotBeReplacesNothing() {
        assertThat(outcome(contract(END, null), successor(START, 100_00, "c1"))).isEmpty();
    }

    /** Whether the old one is closed, and on its day or when the next began: the money is the same, and so is what is said of it. */
    @Property(tries = 300)
    void oneRenewalHasOneOutcomeHoweverItIsWritten(
            @ForAll @IntRange(min = -200, max = 30) int days, @ForAll @IntRange(min = 1, max = 200_00) int arr) {
        LocalDate begins = END.plusDays(days);
        LocalDate ends = begins.isBefore(END) ? begins : END;
        ContractRecord next = successor(begins, arr, "c1");
        RenewalOutcome known = new RenewalOutcome(Math.min(100_00, arr), arr);

        assertThat(outcome(contract(END, null), next)).hasValue(known);
        assertThat(outcome(contract(END, ends), next)).hasValue(known);
        assertThat(outcome(contract(ends, ends), next)).hasValue(known);
        assertThat(outcome(contract(ends, ends), successor(begins, arr, null))).hasValue(known);
        assertThat(ContractLedger.of(List.of(contract(END, null), next)).arrOn(END.plusDays(30)))
                .containsEntry("EUR", new Money(arr, "EUR"));
    }

    private static Optional<RenewalOutcome> outcome(ContractRecord... account) {
        return RenewalOutcome.of(DUE, List.of(account), RememberedTerms.by(END.plusYears(2)));
    }

    private static ContractRecord contract(LocalDate endsOn, @Nullable LocalDate closedOn) {
        return contract("c1", START, endsOn, 100_00, closedOn, null);
    }

    private static ContractRecord successor(LocalDate startsOn, long arr, @Nullable String replaces) {
        return contract("c2", startsOn, startsOn.plusYears(1), arr, null, replaces);
    }

    private static ContractRecord contract(
            String id,
            LocalDate startsOn,
            LocalDate endsOn,
            long arr,
            @Nullable LocalDate closedOn,
            @Nullable String replaces) {
        ContractLine line = new ContractLine("l1", "core", new Money(arr, "EUR"), null, startsOn, endsOn);
        return new ContractRecord(
                id,
                "a1",
                1,
                startsOn,
                startsOn,
                endsOn,
                false,
                0,
                null,
                closedOn,
                List.of(line),
                List.of(),
                null,
                replaces);
    }
}
