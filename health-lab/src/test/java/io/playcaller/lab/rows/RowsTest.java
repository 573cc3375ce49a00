package io.playcaller.lab.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.accuracy.rows.RowsException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsTest {

    @TempDir
    Path folder;

    @Test
    void rowsComeByAccountInTheOrderOfTime() throws IOException {
        EventRows rows = EventRows.read(file("e.csv", """
                account_id,ts,type,value
                b,2026-03-02,late,
                a,2026-03-01,first,1
                b,2026-03-01T23:30:00+01:00,exact,2
                a,2026-03-01,second,3.5
                """));

        assertThat(rows.of("a")).extracting(Row::type).containsExactly("first", "second");
        assertThat(rows.of("a").get(0).at()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
        assertThat(rows.of("a").get(1).at()).isEqualTo(Instant.parse("2026-03-01T12:00:00.001Z"));
        assertThat(rows.of("a").get(1).endsAt()).isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(rows.of("b").get(0).at()).isEqualTo(Instant.parse("2026-03-01T22:30:00Z"));
        assertThat(rows.of("b").get(1).value()).isNull();
        assertThat(rows.size()).isEqualTo(4);
        assertThat(rows.of("nobody")).isEmpty();
    }

    @Test
    void gzippedFilesAreRead() throws IOException {
        Path path = folder.resolve("e.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
            out.write("account_id,ts,type,value\na,2026-03-01,t,1\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(EventRows.read(path).of("a")).hasSize(1);
    }

    @Test
    void everyFaultIsToldWithFileLineAndColumn() throws IOException {
        Path path = file("e.csv", """
                account_id,ts,type,value
                a,yesterday,t,1
                ,2026-03-01,t,1
                a,2026-03-01,t,much
                a,2026-03-01T09:00:00,t,1
                """);

        assertThatThrownBy(() -> EventRows.read(path))
                .isInstanceOf(RowsException.class)
                .hasMessageContaining(path + ":2 ts: `yesterday` is neither a date")
                .hasMessageContaining(path + ":3 account_id: is empty")
                .hasMessageContaining(path + ":4 value: `much` is no number")
                .hasMessageContaining(path + ":5 ts: `2026-03-01T09:00:00`");
    }

    @Test
    void aColumnThatIsNotThereIsTold() throws IOException {
        Path path = file("e.csv", "account,ts,type,value\na,2026-03-01,t,1\n");

        assertThatThrownBy(() -> EventRows.read(path))
                .hasMessageContaining(path + ":1 has no column account_id; its columns are account, ts, type, value");
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        assertThatThrownBy(() -> EventRows.read(folder.resolve("none.csv")))
                .isInstanceOf(RowsException.class)
                .hasMessageContaining("none.csv");
    }

    @Test
    void aDateKnowsAllOfItsDay() throws IOException {
        Labels labels = Labels.read(file("l.csv", """
                unit_id,account_id,as_of,y
                u,a,2026-03-31,1
                ,a,2026-02-28,0
                """), "y");

        assertThat(labels.all()).extracting(Label::unit).containsExactly("a@2026-02-28", "u");
        assertThat(labels.all().get(1).at()).isEqualTo(Instant.parse("2026-04-01T00:00:00Z"));
        assertThat(labels.positives()).isEqualTo(1);
    }

    @Test
    void labelsThatCannotBeJudgedAreRefused() throws IOException {
        Path path = file("l.csv", """
                account_id,as_of,y
                a,2026-03-31,1
                a,2026-03-31,0
                b,2026-03-31,maybe
                b,soon,0
                """);

        assertThatThrownBy(() -> Labels.read(path, "y"))
                .hasMessageContaining(path + ":3 as_of: a has two labels as of 2026-03-31")
                .hasMessageContaining(path + ":4 y: `maybe` is neither 0 nor 1")
                .hasMessageContaining(path + ":5 as_of: `soon`");
        assertThatThrownBy(() -> Labels.read(path, "churned")).hasMessageContaining("has no column churned");
    }

    @Test
    void endsThatAreAllTheSameAreRefused() throws IOException {
        Path path = file("l.csv", "account_id,as_of,y\na,2026-03-31,0\nb,2026-03-31,0\n");

        assertThatThrownBy(() -> Labels.read(path, "y")).hasMessageContaining("is 0 in each of 2 rows");
    }

    @Test
    void filesThatNameAccountsDifferentlyAreRefused() throws IOException {
        EventRows rows = EventRows.read(file("e.csv", "account_id,ts,type,value\nA-1,2026-03-01,t,1\n"));
        Path path = file("l.csv", "account_id,as_of,y\n1,2026-03-31,0\n2,2026-03-31,1\n");
        Labels labels = Labels.read(path, "y");

        assertThatThrownBy(() -> labels.requireRows(path, rows))
                .hasMessageContaining("do both files name accounts alike?");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
