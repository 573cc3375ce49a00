package io.playcaller.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void aDerivedIdIsTheSameForEver() {
        UUID first = Ids.derived("episode", "acme", "usage.drop", 1);

        assertThat(Ids.derived("episode", "acme", "usage.drop", 1)).isEqualTo(first);
        assertThat(first.version()).isEqualTo(5);
    }

    @Test
    void partsDoNotRunTogether() {
        assertThat(Ids.derived("task", "ab", "c")).isNotEqualTo(Ids.derived("task", "a", "bc"));
        assertThat(Ids.derived("task", "a")).isNotEqualTo(Ids.derived("play", "a"));
    }

    @Test
    void newIdsSortByTime() {
        assertThat(Ids.next().version()).isEqualTo(7);
    }
}
