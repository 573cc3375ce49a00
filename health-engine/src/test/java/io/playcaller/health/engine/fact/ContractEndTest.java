package io.playcaller.health.engine.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.health.engine.testing.Deal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Health and the ledger of the forecast end a contract on one day: that of the register. */
class ContractEndTest {

    private static final LocalDate STARTS = LocalDate.of(2025, 1, 1);
    private static final LocalDate ENDS = LocalDate.of(2026, 1, 1);

    @Property
    void whatIsClosedIsPaidForUntilTheDayOfTheRegister(
            @ForAll boolean renewsItself,
            @ForAll boolean withoutEnd,
            @ForAll boolean cancelled,
            @ForAll @IntRange(min = -300, max = 300) int cancelledAfter,
            @ForAll @IntRange(min = -300, max = 900) int closedAfter) {
        ContractLine line = withoutEnd ? Deal.evergreen("l-1", STARTS, ENDS, 100) : Deal.line("l-1", STARTS, ENDS, 100);
        ContractRecord told = new ContractRecord(
                "c-1",
                "acme",
                1,
                STARTS,
                STARTS,
                ENDS,
                renewsItself,
                30,
                cancelled ? ENDS.plusDays(cancelledAfter) : null,
                ENDS.plusDays(closedAfter),
                List.of(line),
                List.of(),
                null);

        LocalDate overOn = Objects.requireNonNull(told.overOn());

        assertThat(Days.date(ContractFold.of(told, Days.of(STARTS)).endedDay())).isEqualTo(overOn);
        boolean inTime = cancelled && cancelledAfter < 0;
        boolean ranOn = withoutEnd || (renewsItself && !inTime);
        boolean inItsNextTerm =
                renewsItself && !withoutEnd && cancelled && cancelledAfter >= 0 && cancelledAfter <= closedAfter;
        LocalDate last = inItsNextTerm ? ENDS.plusYears(1) : ENDS.plusDays(closedAfter);
        assertThat(overOn).isEqualTo(ranOn && closedAfter > 0 ? last : ENDS);
    }
}
