package io.playcaller.ingest.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusalTest {

    /** A letter that says it three times would be too large for Kafka, and its sender would be told to come again for ever. */
    @Test
    void theNameOfAnUnknownFieldIsShownByItsBeginning() {
        Refusal refusal = Refusal.field(
                Refusal.FIELD_UNKNOWN, "/a\u001b" + "x".repeat(400_000), "one of name, region", "another");

        assertThat(refusal.first().orElseThrow().field())
                .startsWith("/a\uFFFDx")
                .endsWith("x…")
                .hasSize(201);
        assertThat(refusal.detail()).hasSizeLessThan(300);
    }
}
