package io.playcaller.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MergedAccountsTest {

    @Test
    void aChainIsFollowedToItsEnd() {
        MergedAccounts merged = MergedAccounts.following(Map.of("a", "b", "b", "c", "x", "y"));

        assertThat(merged.of("a")).isEqualTo("c");
        assertThat(merged.of("b")).isEqualTo("c");
        assertThat(merged.of("x")).isEqualTo("y");
        assertThat(merged.of("other")).isEqualTo("other");
    }

    /** No writer lets one in; a table that was changed by hand must not stop the doors. */
    @Test
    void aCircleEnds() {
        assertThat(MergedAccounts.following(Map.of("a", "b", "b", "a")).of("a")).isIn("a", "b");
    }
}
