package io.playcaller.ingest.door.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FieldTypeTest {

    @ParameterizedTest
    @EnumSource(names = {"INTEGER", "NUMBER"})
    void aNumberIsReadAndWhatIsNoneStaysAText(FieldType type) {
        assertThat(type.node(" 42 ").intValue()).isEqualTo(42);
        assertThat(type.node("many").isTextual()).isTrue();
        assertThat(type.node("9".repeat(1_000)).isTextual())
                .as("nobody waits for a number that is as long as a novel")
                .isTrue();
    }
}
