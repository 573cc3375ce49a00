package io.playcaller.ingest.event;

import static io.playcaller.contracts.FactOrigin.BASELINE;
import static io.playcaller.contracts.FactOrigin.LIVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LiveWindowTest {

    private static final Instant RECEIVED = Instant.parse("2026-03-01T12:00:00Z");
    private static final LiveWindow WINDOW = new LiveWindow(Duration.ofHours(24));

    @Test
    void aDayOldIsLiveAndOlderIsHistory() {
        Instant edge = RECEIVED.minus(Duration.ofHours(24));

        assertThat(WINDOW.judge(edge, RECEIVED, false)).isEqualTo(LIVE);
        assertThat(WINDOW.judge(edge.minusMillis(1), RECEIVED, false)).isEqualTo(BASELINE);
    }

    @Test
    void anImportIsHistoryWhateverItsTime() {
        assertThat(WINDOW.judge(RECEIVED, RECEIVED, true)).isEqualTo(BASELINE);
    }
}
