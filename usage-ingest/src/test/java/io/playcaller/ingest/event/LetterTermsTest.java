package io.playcaller.ingest.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LetterTermsTest {

    @Test
    void theUsualLeavesNoTrace() {
        assertThat(new LetterTerms(false, Duration.ZERO, null, null).beside(Map.of("sentAt", "now")))
                .containsExactly(Map.entry("sentAt", "now"));
        assertThat(LetterTerms.of(Map.of())).isEqualTo(new LetterTerms(false, Duration.ZERO, null, null));
    }

    @Test
    void theUnusualIsReadBack() {
        LetterTerms terms = new LetterTerms(true, Duration.ofHours(72), "desk", "given");

        assertThat(LetterTerms.of(terms.beside(Map.of()))).isEqualTo(terms);
        assertThat(LetterTerms.without(terms.beside(Map.of("a", "b")))).containsExactly(Map.entry("a", "b"));
    }

    @Test
    void nobodyElseSpeaksForUs() {
        assertThat(new LetterTerms(false, Duration.ZERO, null, null)
                        .beside(Map.of(
                                "playcaller-backfill", "true", "playcaller-webhook", "desk", "playcaller-id", "e1")))
                .isEmpty();
        assertThat(LetterTerms.of(Map.of("playcaller-clock-offset", "soon")).clockOffset())
                .isEqualTo(Duration.ZERO);
    }
}
