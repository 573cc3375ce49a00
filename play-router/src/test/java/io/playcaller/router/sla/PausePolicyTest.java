package io.playcaller.router.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.router.TestRules;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.sla.PausePolicy.Answer;
import io.playcaller.router.sla.PausePolicy.Ask;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PausePolicyTest {

    private static final Instant MONDAY_AT_TEN = Instant.parse("2026-03-02T10:00:00Z");

    private final BusinessCalendar london = TestRules.read().calendars().of("uk");

    @ParameterizedTest
    @CsvSource({
        "WAITING_FOR_CUSTOMER,2026-03-16T10:00:00Z",
        "WAITING_FOR_SUPPORT,2026-03-09T10:00:00Z",
        "LEGAL,2026-03-30T09:00:00Z",
    })
    void aPauseEndsByItself(PauseReason reason, Instant until) {
        assertThat(answer(new Ask(reason, null, 0, false, true))).isEqualTo(new Answer.Granted(until));
    }

    @Test
    void aFreezeEndsAfterItsLastDayWhichIsAtMostThirtyAhead() {
        assertThat(answer(freeze(LocalDate.of(2026, 3, 10))))
                .isEqualTo(new Answer.Granted(Instant.parse("2026-03-11T00:00:00Z")));
        assertThat(answer(freeze(LocalDate.of(2026, 4, 1)))).isInstanceOf(Answer.Granted.class);
        assertThat(answer(freeze(LocalDate.of(2026, 4, 2)))).isInstanceOf(Answer.Refused.class);
        assertThat(answer(freeze(LocalDate.of(2026, 3, 1)))).isInstanceOf(Answer.Refused.class);
        assertThat(answer(freeze(null))).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void theThirdPauseNeedsTheLead() {
        Ask third = new Ask(PauseReason.WAITING_FOR_CUSTOMER, null, 2, false, false);

        assertThat(answer(third))
                .isEqualTo(new Answer.Refused("pause-needs-lead", "It was paused twice; a third time needs the lead."));
        assertThat(answer(new Ask(PauseReason.WAITING_FOR_CUSTOMER, null, 2, true, false)))
                .isInstanceOf(Answer.Granted.class);
    }

    @Test
    void onlyARenewalWaitsForLegal() {
        assertThat(answer(new Ask(PauseReason.LEGAL, null, 0, true, false)))
                .isEqualTo(new Answer.Refused("pause-not-here", "Only a renewal pauses for legal or procurement."));
    }

    private static Ask freeze(LocalDate until) {
        return new Ask(PauseReason.CUSTOMER_FREEZE, until, 0, false, false);
    }

    private Answer answer(Ask ask) {
        return PausePolicy.answer(ask, MONDAY_AT_TEN, london);
    }
}
