package io.playcaller.contracts.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContractTermTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final LocalDate END = LocalDate.of(2025, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);

    @Test
    void whatRenewsItselfIsInTheTermOfTheDay() {
        ContractRecord contract = contract(true, false, null);

        assertThat(contract.termOn(END.minusDays(1))).isEqualTo(new ContractTerm(START, END));
        assertThat(contract.termOn(END)).isEqualTo(new ContractTerm(END, END.plusYears(1)));
        assertThat(contract.termOn(TODAY))
                .isEqualTo(new ContractTerm(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1)));
    }

    @Test
    void whatHasAnEndOrWasCancelledBeforeItHasNoOtherTerm() {
        assertThat(contract(false, false, null).termOn(TODAY).endsOn()).isEqualTo(END);
        assertThat(contract(true, false, LocalDate.of(2024, 11, 1))
                        .termOn(TODAY)
                        .endsOn())
                .isEqualTo(END);
    }

    @Test
    void noTermFollowsTheOneInWhichItWasCancelled() {
        ContractRecord contract = contract(true, false, LocalDate.of(2025, 10, 15));

        assertThat(contract.termOn(TODAY).endsOn()).isEqualTo(LocalDate.of(2026, 1, 1));
    }

    @Test
    void whatGoesOnWithOneLineWithoutAnEndIsInItsTermUnlessItRenewsItself() {
        assertThat(contract(false, true, null).termOn(TODAY).endsOn()).isEqualTo(END);
        assertThat(contract(true, true, null).termOn(TODAY).endsOn()).isEqualTo(LocalDate.of(2027, 1, 1));
    }

    @Test
    void yearsFollowATermOfMoreThanAYear() {
        ContractTerm three = new ContractTerm(START, START.plusYears(3));

        assertThat(three.on(START.plusYears(3).minusDays(1))).isEqualTo(three);
        assertThat(three.on(START.plusYears(3)).endsOn()).isEqualTo(START.plusYears(4));
        assertThat(three.on(START.plusYears(5)).endsOn()).isEqualTo(START.plusYears(6));
    }

    @Test
    void aMonthFromTheThirtyFirstOfJanuaryIsOverOnTheLastDayOfEachMonth() {
        ContractTerm month = new ContractTerm(LocalDate.of(2026, 1, 31), LocalDate.of(2026, 2, 28));

        assertThat(month.on(LocalDate.of(2026, 3, 30)).endsOn()).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(month.on(LocalDate.of(2026, 3, 31)).endsOn()).isEqualTo(LocalDate.of(2026, 4, 30));
        assertThat(month.on(LocalDate.of(2028, 2, 1)).endsOn()).isEqualTo(LocalDate.of(2028, 2, 29));
    }

    @Property(tries = 1_000)
    void eachDayIsInOneTermAndTheyFollowOneAnother(
            @ForAll @IntRange(min = 0, max = 3_000) int from,
            @ForAll @IntRange(min = 1, max = 1_200) int days,
            @ForAll @IntRange(min = 0, max = 4_000) int later) {
        LocalDate start = LocalDate.of(2020, 1, 1).plusDays(from);
        ContractTerm first = new ContractTerm(start, start.plusDays(days));
        LocalDate day = start.plusDays(later);

        ContractTerm term = first.on(day);

        assertThat(day).isAfterOrEqualTo(term.startsOn()).isBefore(term.endsOn());
        assertThat(first.on(term.endsOn()).startsOn()).isEqualTo(term.endsOn());
        assertThat(first.on(term.endsOn().minusDays(1))).isEqualTo(term);
    }

    private static ContractRecord contract(boolean autoRenew, boolean evergreen, @Nullable LocalDate cancelledOn) {
        Money arr = new Money(100_00, "EUR");
        List<ContractLine> lines = List.of(
                new ContractLine("l1", "core", arr, null, START, END),
                new ContractLine("l2", "plus", arr, null, START, END, evergreen, null, null, null));
        return new ContractRecord(
                "c", "acme", 1, START, START, END, autoRenew, 60, cancelledOn, null, lines, List.of(), null);
    }
}
