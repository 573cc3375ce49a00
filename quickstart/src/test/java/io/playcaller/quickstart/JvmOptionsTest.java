package io.playcaller.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JvmOptionsTest {

    @Test
    void optionsAreSeparatedBySpaces() {
        assertThat(JvmOptions.of(Map.of(JvmOptions.VARIABLE, " -Xmx1g  -XX:TieredStopAtLevel=4 ")))
                .containsExactly("-Xmx1g", "-XX:TieredStopAtLevel=4");
    }

    @Test
    void withoutTheVariableNothingIsAdded() {
        assertThat(JvmOptions.of(Map.of())).isEmpty();
        assertThat(JvmOptions.of(Map.of(JvmOptions.VARIABLE, " "))).isEmpty();
    }
}
