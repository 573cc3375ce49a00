package io.playcaller.ingest.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FreeTextTest {

    @Test
    void nothingWrittenIsNoText() {
        assertThat(FreeText.of(null, null, null)).isEmpty();
        assertThat(FreeText.of(" ", "", "\n")).isEmpty();
    }

    @Test
    void whatFitsIsKeptAsItIs() {
        assertThat(FreeText.of("Export fails", null, "since Monday"))
                .contains(new FreeText("Export fails", null, "since Monday", false));
    }

    @Test
    void whatIsTooLongIsCutAndSaysSo() {
        FreeText text = FreeText.of("x".repeat(1_001), "y".repeat(10_000), null).orElseThrow();

        assertThat(text.subject()).hasSize(1_000);
        assertThat(text.body()).hasSize(10_000);
        assertThat(text.cut()).isTrue();
    }

    @Test
    void noCharacterIsCutInTwo() {
        FreeText text =
                FreeText.of("x".repeat(999) + "\ud83d\ude00", null, null).orElseThrow();

        assertThat(text.subject()).isEqualTo("x".repeat(999));
    }
}
