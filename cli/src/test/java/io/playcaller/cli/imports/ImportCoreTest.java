package io.playcaller.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.contracts.Ids;
import io.playcaller.mapping.Shift;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCoreTest {

    @TempDir
    Path directory;

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
