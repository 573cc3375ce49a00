package io.playcaller.ingest.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PositionTest {

    @Test
    void aCursorComesBackAsItWas() {
        Position position = new Position(Instant.parse("2026-03-01T09:00:00.123456Z"), "a letter of: somebody");

        assertThat(Position.ofText(position.text())).contains(position);
    }

    @Test
    void whatIsNoCursorIsNone() {
        assertThat(Position.ofText("")).isEmpty();
        assertThat(Position.ofText("%%%")).isEmpty();
        assertThat(Position.ofText("bm90aGluZw")).isEmpty();
        assertThat(Position.ofText("MTIgMzQ")).isEmpty();
    }
}
