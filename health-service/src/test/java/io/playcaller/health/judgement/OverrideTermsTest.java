package io.playcaller.health.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.health.judgement.OverrideTerms.Asked;
import io.playcaller.health.judgement.OverrideTerms.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OverrideTermsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Set<String> MEASURES = Set.of("nps", "csat");

    @Test
    void oneThatNamesNoEndHoldsForThirtyDays() {
        Asked asked = new Asked(null, 30_000L, " The buyer told me. ", null);

        assertThat(asked.faults(MEASURES, NOW)).isEmpty();
        OverrideTerms terms = asked.terms(NOW);
        assertThat(terms.until()).isEqualTo(NOW.plus(Duration.ofDays(30)));
        assertThat(terms.because()).isEqualTo("The buyer told me.");
    }

    @Test
    void ninetyDaysAreTheMostAndTheEndLiesAhead() {
        assertThat(until(NOW.plus(Duration.ofDays(90)))).isNull();
        assertThat(until(NOW.plus(Duration.ofDays(90)).plusMillis(1)))
                .isEqualTo(new Fault(
                        "/until",
                        "after 2026-03-02T09:00:00Z and by 2026-05-31T09:00:00Z",
                        "2026-05-31T09:00:00.001Z"));
        assertThat(until(NOW)).isNotNull();
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        Asked asked = new Asked("npss", 100_001L, " ", NOW.minusSeconds(1));

        assertThat(asked.faults(MEASURES, NOW))
                .extracting(Fault::field)
                .containsExactly("/measure", "/points", "/because", "/until");
        assertThat(asked.faults(MEASURES, NOW).get(0).expected())
                .isEqualTo("one of csat, nps, or none for the whole score");
    }

    @Test
    void wordsHaveABoundAndNoNul() {
        assertThat(because("x".repeat(1_000))).isNull();
        assertThat(because("x".repeat(1_001))).isEqualTo("/because");
        assertThat(because("a\0b")).isEqualTo("/because");
        assertThat(because(null)).isEqualTo("/because");
    }

    private static @Nullable Fault until(Instant until) {
        return new Asked("nps", 0L, "why", until)
                .faults(MEASURES, NOW).stream().findFirst().orElse(null);
    }

    private static @Nullable String because(@Nullable String because) {
        return new Asked("nps", 0L, because, null)
                .faults(MEASURES, NOW).stream().map(Fault::field).findFirst().orElse(null);
    }
}
