package io.playcaller.forecast.lab.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.accuracy.rows.RowsException;
import io.playcaller.forecast.lab.file.ContractRow.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractFileTest {

    @TempDir
    Path folder;

    @Test
    void whatIsNoColumnOfEveryFileIsAFeature() throws IOException {
        List<ContractRow> rows = ContractFile.read(file("""
                id,account,starts,ends,arr,currency,outcome,amount,seats,plan
                c1,acme,2024-01-01,2025-01-01,1000,EUR,contracted,800,12,gold
                c2,,2024-01-01,2025-02-01,500,EUR,lost,,,silver
                """));

        assertThat(rows.get(0).money()).isEqualTo(new ContractRow.Money(1_000, 800, "EUR"));
        assertThat(rows.get(1).money()).isEqualTo(new ContractRow.Money(500, 0, "EUR"));
        assertThat(rows).extracting(ContractRow::account).containsExactly("acme", "c2");
        assertThat(rows).extracting(ContractRow::outcome).containsExactly(Outcome.CONTRACTED, Outcome.LOST);
        Matrix matrix = Matrix.of(rows);
        assertThat(matrix.features()).containsExactly("seats", "plan=gold", "plan=silver");
        assertThat(matrix.rows().get(0)).containsExactly(12, 1, 0);
        assertThat(matrix.rows().get(1)).containsExactly(Double.NaN, 0, 1);
    }

    @Test
    void everyFaultIsToldAtOnceWithItsPlace() {
        assertThatThrownBy(() -> ContractFile.read(file("""
                        id,starts,ends,arr,outcome,amount
                        c1,2025-01-01,2024-01-01,100,renewed,
                        c1,2024-01-01,soon,-5,perhaps,
                        c3,,,10,lost,7
                        """)))
                .isInstanceOf(RowsException.class)
                .hasMessageContaining("contracts.csv:2 ends: 2024-01-01 is not after starts, 2025-01-01")
                .hasMessageContaining("contracts.csv:3 id: c1 is there twice")
                .hasMessageContaining("contracts.csv:3 ends: is soon; it must be a date such as 2026-03-01")
                .hasMessageContaining("contracts.csv:3 arr: is -5; it must not be negative")
                .hasMessageContaining(
                        "contracts.csv:3 outcome: is perhaps; it must be renewed, contracted, expanded or lost")
                .hasMessageContaining("contracts.csv:4 amount: is 7, but the contract was lost");
    }

    @Test
    void oneEndAloneAndDatesOfSomeAreRefused() {
        assertThatThrownBy(() -> ContractFile.read(file("id,outcome\nc1,renewed\nc2,renewed\n")))
                .hasMessageContaining("0 of 2 were lost; both ends must be there");
        assertThatThrownBy(() -> ContractFile.read(file("id,ends,outcome\nc1,2025-01-01,renewed\nc2,,lost\n")))
                .hasMessageContaining("1 of 2 have a date; all must have one, or none");
    }

    @Test
    void aColumnOfNamesIsRefused() throws IOException {
        StringBuilder text = new StringBuilder("id,outcome,name\n");
        for (int i = 0; i < 60; i++) {
            text.append("c%d,%s,person %d%n".formatted(i, i == 0 ? "lost" : "renewed", i));
        }
        List<ContractRow> rows = ContractFile.read(file(text.toString()));

        assertThatThrownBy(() -> Matrix.of(rows)).hasMessageContaining("name has 60 different words");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("contracts.csv"), text);
    }
}
