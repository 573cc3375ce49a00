package io.playcaller.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.contracts.Ids;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCoreTest {

    @TempDir
    Path directory;

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

    @Test
    void theLedgerRemembersAndForgivesAnEntryThatWasCutOff() throws Exception {
        UUID known = Ids.next();
        Path file = directory.resolve("delivered");
        try (Ledger ledger = Ledger.open(file)) {
            assertThat(ledger.note(known, 1)).isTrue();
            assertThat(ledger.note(known, 1)).isFalse();
            assertThat(ledger.note(known, 2)).isTrue();
        }
        Files.write(file, new byte[11], StandardOpenOption.APPEND);

        UUID later = Ids.next();
        try (Ledger ledger = Ledger.open(file)) {
            assertThat(ledger.knows(known)).isTrue();
            assertThat(ledger.note(known, 2)).isFalse();
            ledger.note(later, 0);
        }
        try (Ledger ledger = Ledger.open(file)) {
            assertThat(ledger.knows(later)).isTrue();
        }
    }

    @Test
    void aSecondImportWithAnotherShiftIsRefused() {
        new ImportMemory(directory).keepShift(new Shift(100));

        assertThatThrownBy(() -> new ImportMemory(directory).keepShift(Shift.NONE))
                .hasMessageContaining("imported with dates moved by 100 days, and now they would be by 0");
    }

    @Test
    void aRunThatAKilledCommandLeftOpenIsGoneOnWith() {
        String first = new ImportMemory(directory).beginRun();
        ImportMemory next = new ImportMemory(directory);

        assertThat(next.beginRun()).isEqualTo(first);
        next.endRun();
        assertThat(new ImportMemory(directory).beginRun()).isNotEqualTo(first);
    }
}
