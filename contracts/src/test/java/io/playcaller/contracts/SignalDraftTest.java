package io.playcaller.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.SignalDraft;
import io.playcaller.contracts.reason.Reason;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignalDraftTest {

    @Test
    void ofWhatIsNotSaidTheWireHasNothing() throws Exception {
        byte[] json = WireJson.write(SignalDraft.of(
                        new UUID(0, 1), Reason.DQ_FLOOD, Instant.parse("2026-03-02T10:00:00Z"), "Too much", "the-brake")
                .build());

        assertThat(WireJson.mapper().readTree(json)).isEqualTo(WireJson.mapper().readTree("""
                {"episodeId": "00000000-0000-0000-0000-000000000001", "transition": 1, "state": "opened",
                 "kind": "data-quality", "reason": "dq.flood", "alsoReasons": [], "severity": "high", "origin": "live",
                 "openedAt": "2026-03-02T10:00:00Z", "at": "2026-03-02T10:00:00Z", "sentence": "Too much",
                 "evidence": [], "contributions": [], "modelVersion": "the-brake"}"""));
    }
}
