package io.playcaller.forecast.engine.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeetingKindTest {

    @ParameterizedTest
    @CsvSource({
        "WEEKLY,2026-11-26,2026-11-23", "WEEKLY,2026-11-23,2026-11-16", "WEEKLY,2026-11-24,2026-11-23",
        // 1 November 2026 is a Sunday.
        "MONTHLY,2026-11-26,2026-11-02", "MONTHLY,2026-11-02,2026-10-01", "MONTHLY,2026-11-01,2026-10-01",
        "QUARTERLY,2026-11-26,2026-10-07", "QUARTERLY,2026-10-07,2026-07-07", "QUARTERLY,2026-10-02,2026-07-07",
        "QUARTERLY,2027-01-08,2027-01-07"
    })
    void theLastRegularDayIsBeforeTheDay(MeetingKind kind, LocalDate day, LocalDate last) {
        assertThat(kind.before(day)).isEqualTo(last);
    }
}
