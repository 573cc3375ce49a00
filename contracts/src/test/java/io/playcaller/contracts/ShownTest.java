package io.playcaller.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;

class ShownTest {

    /** ESC, the control sequence introducer above ASCII, and what turns the direction of a line. */
    private static final String HOSTILE = "a\u001b[2J\u009b2J\u202eb\n";

    @Test
    void noControlCharacterIsShown() {
        assertThat(Shown.of(HOSTILE)).isEqualTo("a\uFFFD[2J\uFFFD2J\uFFFDb\uFFFD");
        assertThat(Shown.printable("x".repeat(300) + HOSTILE)).hasSize(300 + HOSTILE.length());
    }

    @Test
    void ofALongTextItsBeginning() {
        assertThat(Shown.of("x".repeat(201))).isEqualTo("x".repeat(200) + "…");
    }

    @Test
    void escapedJsonSaysTheSame() throws JsonProcessingException {
        String json = WireJson.mapper().writeValueAsString(HOSTILE);

        assertThat(Shown.escaped(json)).doesNotContain("\u009b").doesNotContain("\u202e");
        assertThat(WireJson.mapper().readValue(Shown.escaped(json), String.class))
                .isEqualTo(HOSTILE);
    }
}
