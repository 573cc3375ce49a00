package io.playcaller.ingest.bulk.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.ingest.bulk.in.RowSplitter.Split;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowSplitterTest {

    private static final int LIMIT = 20;

    @Test
    void everyLineIsARowWhateverItsEnd() throws IOException {
        assertThat(lines("{\"a\":1}\n\r\n  \n{\"a\":2}\r\n{\"a\":3}"))
                .containsExactly("1 {\"a\":1}", "4 {\"a\":2}", "5 {\"a\":3}");
        assertThat(lines("")).isEmpty();
    }

    @Test
    void aQuotedCellMayHoldLinesAndQuotes() throws IOException {
        assertThat(csv("id,name\n1,\"a\nb\"\n2,\"say \"\"x\n\"\"\"\n3,5\" pipe\n4,d"))
                .containsExactly("1 id,name", "2 1,\"a\nb\"", "4 2,\"say \"\"x\n\"\"\"", "6 3,5\" pipe", "7 4,d");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstRow() throws IOException {
        assertThat(csv("\uFEFFid\n1")).containsExactly("1 id", "2 1");
    }

    @Test
    void aRowBeyondTheLimitIsCutAndItsNeighboursAreNot() throws IOException {
        RowSplitter rows = RowSplitter.lines(stream("short\n" + "x".repeat(100_000) + "\nlast"), LIMIT);

        assertThat(rows.next().map(RowSplitterTest::text)).contains("1 short");
        Split cut = rows.next().orElseThrow();
        assertThat(cut.whole()).isFalse();
        assertThat(cut.length()).isEqualTo(100_000);
        assertThat(cut.bytes()).hasSize(LIMIT);
        assertThat(rows.next().map(RowSplitterTest::text)).contains("3 last");
        assertThat(rows.next()).isEmpty();
    }

    @Test
    void aRowOfExactlyTheLimitIsWhole() throws IOException {
        assertThat(RowSplitter.lines(stream("x".repeat(LIMIT) + "\n"), LIMIT).next())
                .hasValueSatisfying(row -> assertThat(row.whole()).isTrue());
    }

    @Test
    void whatComesOfABodyThatBreaksOffIsNoRow() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        RowSplitter rows = RowSplitter.lines(new SequenceInputStream(stream("whole\nha"), broken), LIMIT);

        assertThat(rows.next().map(RowSplitterTest::text)).contains("1 whole");
        assertThatThrownBy(rows::next).hasMessage("gone");
    }

    private static List<String> lines(String body) throws IOException {
        return all(RowSplitter.lines(stream(body), LIMIT));
    }

    private static List<String> csv(String body) throws IOException {
        return all(RowSplitter.csv(stream(body), LIMIT));
    }

    private static List<String> all(RowSplitter rows) throws IOException {
        List<String> all = new ArrayList<>();
        for (Optional<Split> row = rows.next(); row.isPresent(); row = rows.next()) {
            all.add(text(row.get()));
        }
        return all;
    }

    private static String text(Split row) {
        return row.line() + " " + new String(row.bytes(), StandardCharsets.UTF_8);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
