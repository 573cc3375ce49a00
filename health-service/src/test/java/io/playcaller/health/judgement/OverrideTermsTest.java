package io.playcaller.health.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.health.judgement.OverrideTerms.Asked;
import io.playcaller.health.judgement.OverrideTerms.Fault;
import java.math.BigDecimal;
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
        Asked asked = new Asked(null, BigDecimal.valueOf(30_000), " The buyer told me. ", null, Set.of());

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
        Asked asked = new Asked("npss", BigDecimal.valueOf(100_001), " ", NOW.minusSeconds(1), Set.of("mesure"));

        assertThat(asked.faults(MEASURES, NOW))
                .extracting(Fault::field)
                .containsExactly("/measure", "/points", "/because", "/until", "/mesure");
        assertThat(asked.faults(MEASURES, NOW).get(0).expected())
                .isEqualTo("one of csat, nps, or none for the whole score");
    }

    @Test
    void pointsAreWhole() {
        Asked asked = new Asked("nps", new BigDecimal("79.9"), "why", null, Set.of());

        assertThat(asked.faults(MEASURES, NOW))
                .containsExactly(new Fault("/points", "whole milli-points, 0 to 100000", "79.9"));
        assertThat(new Asked("nps", new BigDecimal("80000.0"), "why", null, Set.of())
                        .terms(NOW)
                        .points())
                .isEqualTo(80_000);
    }

    @Test
    void wordsHaveABoundAndNoNul() {
        assertThat(because("x".repeat(1_000))).isNull();
        assertThat(because("x".repeat(1_001))).isEqualTo("/because");
        assertThat(because("a\0b")).isEqualTo("/because");
        assertThat(because(null)).isEqualTo("/because");
    }

    private static @Nullable Fault until(Instant until) {
        return new Asked("nps", BigDecimal.ZERO, "why", until, Set.of())
                .faults(MEASURES, NOW).stream().findFirst().orElse(null);
    }

    private static @Nullable String because(@Nullable String because) {
        return new Asked("nps", BigDecimal.ZERO, because, null, Set.of())
                .faults(MEASURES, NOW).stream().map(Fault::field).findFirst().orElse(null);
    }
}
