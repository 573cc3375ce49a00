package io.playcaller.health.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.contracts.fact.QuietCause;
import io.playcaller.contracts.fact.SourceBack;
import io.playcaller.contracts.fact.SourceQuiet;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceSilenceTest {

    private static final Instant SINCE = Instant.parse("2026-03-02T03:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final List<Feed> USAGE = List.of(Feed.USAGE);

    @Test
    void rubbishIsAnEpisodeWithAReasonOfItsOwn() {
        SignalChanged opened =
                SourceSilence.opened(new SourceQuiet("web", USAGE, SINCE, QuietCause.GARBAGE), NOW, "m1");
        SignalChanged cleared =
                SourceSilence.cleared(new SourceBack("web", USAGE, SINCE, QuietCause.GARBAGE), NOW, "m1");

        assertThat(opened.reason()).isEqualTo(Reason.DQ_SOURCE_GARBAGE);
        assertThat(opened.sentence()).contains("web", "cannot be used", "usage");
        assertThat(cleared.state()).isEqualTo(SignalState.CLEARED);
        assertThat(cleared.reason()).isEqualTo(Reason.DQ_SOURCE_GARBAGE);
        assertThat(cleared.episodeId()).isEqualTo(opened.episodeId());
        assertThat(cleared.transition()).isGreaterThan(opened.transition());
    }

    @Test
    void whatAnOlderDoorSaidIsASilence() {
        SignalChanged older = SourceSilence.opened(new SourceQuiet("web", USAGE, SINCE, null), NOW, "m1");
        SignalChanged newer = SourceSilence.opened(new SourceQuiet("web", USAGE, SINCE, QuietCause.SILENT), NOW, "m1");

        assertThat(older.reason()).isEqualTo(Reason.DQ_SOURCE_SILENT);
        assertThat(newer).isEqualTo(older);
    }
}
