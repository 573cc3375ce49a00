package io.playcaller.ingest.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CorrectionTest {

    @Test
    void itIsKeptInTheWordsThatWereRead() {
        Correction sent = new Correction(
                "{\"userId\":\"ann\"}", null, Map.of("ce_userid", "ann", "ce_time", "", "playcaller-webhook", "desk"));

        Correction kept = sent.as("{\"userId\":\"pch_1\"}", Map.of("ce_userid", "pch_2", "ce_id", "m"));

        assertThat(kept)
                .isEqualTo(new Correction(
                        "{\"userId\":\"pch_1\"}",
                        null,
                        Map.of("ce_userid", "pch_2", "ce_time", "", "playcaller-webhook", "desk")));
    }

    @Test
    void anAttributeThatARuleDroppedGoes() {
        Correction kept = new Correction(null, null, Map.of("ce_subject", "ann")).as("{}", Map.of("ce_id", "m"));

        assertThat(kept).isEqualTo(new Correction(null, null, Map.of("ce_subject", "")));
    }
}
