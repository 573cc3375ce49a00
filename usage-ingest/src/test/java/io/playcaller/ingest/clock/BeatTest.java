package io.playcaller.ingest.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.fact.BackfillEnded;
import io.playcaller.contracts.fact.BackfillStarted;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.contracts.fact.SourceAlive;
import io.playcaller.contracts.fact.SourceBack;
import io.playcaller.contracts.fact.SourceQuiet;
import io.playcaller.ingest.backfill.BackfillRun;
import io.playcaller.ingest.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BeatTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final List<Feed> USAGE = List.of(Feed.USAGE);

    @Test
    void timeNeverGoesBackAndNeverStands() {
        assertThat(Beat.at(NOW, NOW, List.of(), List.of())).isEmpty();
        assertThat(Beat.at(NOW, NOW.plusMillis(1), List.of(), List.of())).isEmpty();
        assertThat(Beat.at(NOW, NOW.minusMillis(1), List.of(), List.of())).isPresent();
        assertThat(Beat.at(NOW, null, List.of(), List.of())).isPresent();
    }

    @Test
    void aSourceIsAliveUntilNowWithinItsQuietTimeElseUntilItsLastSign() {
        Instant edge = NOW.minus(Duration.ofHours(6));
        Beat beat =
                beat(source("web", edge, null), source("desk", edge.minusMillis(1), edge), source("new", null, null));

        assertThat(beat.tick().sources())
                .containsExactly(
                        new SourceAlive("web", USAGE, NOW), new SourceAlive("desk", USAGE, edge.minusMillis(1)));
    }

    @Test
    void quietAndBackAreSaidOnce() {
        Instant yesterday = NOW.minus(Duration.ofDays(1));
        Beat beat = beat(
                source("went-quiet", yesterday, null),
                source("still-quiet", yesterday, yesterday),
                source("back", NOW, yesterday),
                source("alive", NOW, null));

        assertThat(beat.quiet()).containsExactly(new SourceQuiet("went-quiet", USAGE, yesterday));
        assertThat(beat.back()).containsExactly(new SourceBack("back", USAGE, yesterday));
    }

    @Test
    void aRunBeginsBeforeTheTickAndEndsAfterIt() {
        BackfillRun both = new BackfillRun("r1", "crm", NOW, false, NOW, 0, false);
        BackfillRun open = new BackfillRun("r2", "crm", NOW, true, null, 0, false);
        Beat beat = Beat.at(NOW, null, List.of(), List.of(both, open)).orElseThrow();

        assertThat(beat.facts())
                .containsExactly(new BackfillStarted("r1", "crm"), beat.tick(), new BackfillEnded("r1", "crm"));
    }

    @Test
    void theEndOfARunWaitsForItsFactsAndHoldsUpNobodyElse() {
        Instant asked = NOW.minusSeconds(90);
        BackfillRun ahead = new BackfillRun("r1", "crm", NOW, false, asked, 3, false);
        BackfillRun later = new BackfillRun("r2", "crm", NOW, true, NOW, 1, false);
        BackfillRun other = new BackfillRun("r3", "web", NOW, true, NOW, 0, false);
        Beat beat = Beat.at(NOW, null, List.of(), List.of(ahead, later, other)).orElseThrow();

        assertThat(beat.facts())
                .containsExactly(new BackfillStarted("r1", "crm"), beat.tick(), new BackfillEnded("r3", "web"));
        assertThat(beat.waiting()).containsExactly(ahead, later);
        assertThat(beat.endsWaited()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void whatIsSaidAgainAfterACrashHasTheSameId() {
        SourceQuiet quiet = new SourceQuiet("web", USAGE, NOW);

        assertThat(BeatIds.of(quiet)).isEqualTo(BeatIds.of(new SourceQuiet("web", USAGE, NOW)));
        assertThat(BeatIds.of(quiet)).isNotEqualTo(BeatIds.of(new SourceQuiet("web", USAGE, NOW.plusMillis(1))));
    }

    private static Beat beat(Source... sources) {
        return Beat.at(NOW, null, List.of(sources), List.of()).orElseThrow();
    }

    private static Source source(String name, @Nullable Instant lastSeen, @Nullable Instant quietSince) {
        return new Source(name, Set.of(Feed.USAGE), Duration.ofHours(6), null, lastSeen, quietSince);
    }
}
