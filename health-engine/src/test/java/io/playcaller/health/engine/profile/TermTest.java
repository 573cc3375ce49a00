package io.playcaller.health.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.health.engine.fact.Contract;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.Product;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TermTest {

    @Test
    void aMonthFromTheThirtyFirstOfJanuaryIsOverOnTheLastDayOfEachMonth() {
        LocalDate start = LocalDate.of(2026, 1, 31);
        LocalDate end = LocalDate.of(2026, 2, 28);

        assertThat(renewalOn(start, end, LocalDate.of(2026, 2, 28))).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(renewalOn(start, end, LocalDate.of(2026, 4, 29))).isEqualTo(LocalDate.of(2026, 4, 30));
        assertThat(renewalOn(start, end, LocalDate.of(2026, 12, 1))).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(renewalOn(start, end, LocalDate.of(2028, 2, 1))).isEqualTo(LocalDate.of(2028, 2, 29));
    }

    @Test
    void aYearFromALeapDayIsOverOnTheNextLeapDayAfterFour() {
        LocalDate start = LocalDate.of(2024, 2, 29);

        assertThat(renewalOn(start, LocalDate.of(2025, 2, 28), LocalDate.of(2025, 7, 1)))
                .isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(renewalOn(start, LocalDate.of(2025, 2, 28), LocalDate.of(2027, 7, 1)))
                .isEqualTo(start.plusYears(4));
    }

    @Property(tries = 500)
    void termsOfMonthsFollowOneAnotherOnTheDayOfTheStartOrTheLastOfAShorterMonth(
            @ForAll @IntRange(min = 0, max = 3_000) int from,
            @ForAll @IntRange(min = 1, max = 12) int months,
            @ForAll @IntRange(min = 0, max = 4_000) int later) {
        LocalDate start = LocalDate.of(2020, 1, 1).plusDays(from);
        LocalDate day = start.plusDays(later);

        Term term = Term.of(contract(start, start.plusMonths(months)), day.toEpochDay());

        assertThat(day.toEpochDay()).isBetween(term.startDay(), term.endDay() - 1);
        LocalDate end = Days.date(term.endDay());
        assertThat(end.getDayOfMonth()).isEqualTo(Math.min(start.getDayOfMonth(), end.lengthOfMonth()));
        assertThat(Term.of(contract(start, start.plusMonths(months)), term.endDay()))
                .extracting(Term::startDay)
                .isEqualTo(term.endDay());
    }

    @Test
    void noTermFollowsTheOneInWhichItWasCancelled() {
        LocalDate start = LocalDate.of(2024, 1, 1);
        Contract contract = contract(start, start.plusYears(1), LocalDate.of(2026, 10, 15));

        assertThat(Days.date(
                        Term.of(contract, LocalDate.of(2027, 3, 1).toEpochDay()).endDay()))
                .isEqualTo(LocalDate.of(2027, 1, 1));
    }

    private static LocalDate renewalOn(LocalDate start, LocalDate end, LocalDate day) {
        return Days.date(Term.of(contract(start, end), day.toEpochDay()).endDay());
    }

    private static Contract contract(LocalDate start, LocalDate end) {
        return contract(start, end, null);
    }

    private static Contract contract(LocalDate start, LocalDate end, @Nullable LocalDate cancelledOn) {
        long from = start.toEpochDay();
        return new Contract(
                from,
                from,
                end.toEpochDay(),
                true,
                true,
                0,
                Long.MAX_VALUE,
                "",
                Product.NONE,
                List.of(),
                List.of(),
                cancelledOn == null ? Long.MAX_VALUE : cancelledOn.toEpochDay());
    }
}
