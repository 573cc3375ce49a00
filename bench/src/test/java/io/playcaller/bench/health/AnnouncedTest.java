package io.playcaller.bench.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AnnouncedTest {

    private static Announced of(int accounts, Map<String, String> sample) {
        return new Announced(10, accounts, sample);
    }

    @Test
    void whoSaysTheSameOfTheSampleAgrees() {
        assertThat(of(2, Map.of("bench-0", "score 50")).differences(of(2, Map.of("bench-0", "score 50"))))
                .isEmpty();
    }

    @Test
    void anotherScoreIsADifference() {
        assertThat(of(2, Map.of("bench-0", "score 50")).differences(of(2, Map.of("bench-0", "score 51"))))
                .containsExactly("bench-0: score 50 here, score 51 there");
    }

    @Test
    void anAccountThatOnlyOneHasIsADifference() {
        Announced service = of(3, Map.of("bench-0", "score 50", "bench-1", "score 7"));
        Announced peer = of(2, Map.of("bench-0", "score 50"));

        assertThat(service.differences(peer))
                .containsExactly("3 accounts have a score here, 2 there", "bench-1: score 7 here, null there");
        assertThat(peer.differences(service)).hasSize(2);
    }
}
