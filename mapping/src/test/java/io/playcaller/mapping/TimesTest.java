package io.playcaller.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TimesTest {

    @Test
    void theNewestTimeComesToLieWithinTheLastDay() {
        Instant newest = Instant.parse("2024-12-31T19:00:00Z");

        Shift early = Shift.toNow(newest, Instant.parse("2026-03-01T18:00:00Z"));
        Shift late = Shift.toNow(newest, Instant.parse("2026-03-01T20:00:00Z"));

        assertThat(early.of(newest)).isEqualTo(Instant.parse("2026-02-28T19:00:00Z"));
        assertThat(late.of(newest)).isEqualTo(Instant.parse("2026-03-01T19:00:00Z"));
    }

    @Test
    void termsCountFromTheStartSoThatTheMonthsEndStays() {
        ContractTerms terms = ContractTerms.of(LocalDate.parse("2024-01-31"), 1, LocalDate.parse("2024-03-31"));

        assertThat(terms.renewals()).containsExactly(LocalDate.parse("2024-02-29"), LocalDate.parse("2024-03-31"));
        assertThat(terms.endsOn()).isEqualTo("2024-04-30");
    }

    @Test
    void aContractThatEndedOnItsAnniversaryDidNotRenewThere() {
        assertThat(ContractTerms.renewalsBefore(LocalDate.parse("2022-05-01"), 12, LocalDate.parse("2024-05-01")))
                .containsExactly(LocalDate.parse("2023-05-01"));
    }
}
