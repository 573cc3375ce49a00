package io.playcaller.forecast.intake.out;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoredTextTest {

    @Test
    void theCharacterThatNoTableKeepsIsReplaced() {
        assertThat(StoredText.of("a\0b")).isEqualTo("a\uFFFDb");
    }

    @Test
    void aKeyIsNoLongerThanAnIndexCanHold() {
        assertThat(StoredText.key("x".repeat(10_000))).hasSize(256);
        assertThat(StoredText.key("c1")).isEqualTo("c1");
    }
}
