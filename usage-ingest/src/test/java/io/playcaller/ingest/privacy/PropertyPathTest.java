package io.playcaller.ingest.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertyPathTest {

    @Test
    void itIsAPointerWithItsEscapes() {
        PropertyPath path = PropertyPath.of("/traits/a~1b~0c/*").orElseThrow();

        assertThat(path.steps()).containsExactly("traits", "a/b~c", "*");
        assertThat(path).hasToString("/traits/a~1b~0c/*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "email", "$.email", "//a", "/a/", "/a~2", "/a~"})
    void whatIsNoneIsNone(String text) {
        assertThat(PropertyPath.of(text)).isEmpty();
    }

    @Test
    void itHasAnEnd() {
        assertThat(PropertyPath.of("/a".repeat(20))).isPresent();
        assertThat(PropertyPath.of("/a".repeat(21))).isEmpty();
    }

    @Test
    void anyIsOneLevel() {
        PropertyPath path = PropertyPath.known("/context/*/id");

        assertThat(path.covers(List.of("context", "device", "id"))).isTrue();
        assertThat(path.covers(List.of("context", "device", "os", "id"))).isFalse();
        assertThat(path.covers(List.of("context", "id"))).isFalse();
    }

    @Test
    void aFieldThatIsCalledAnyIsOnlyThatOne() {
        assertThat(PropertyPath.known("/context/groupId").covers(List.of("context", "*")))
                .isFalse();
    }
}
