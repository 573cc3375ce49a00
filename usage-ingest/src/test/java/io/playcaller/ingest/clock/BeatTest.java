package io.playcaller.ingest.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.fact.BackfillEnded;
import io.playcaller.contracts.fact.BackfillStarted;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.contracts.fact.QuietCause;
import io.playcaller.contracts.fact.SourceAlive;
import io.playcaller.contracts.fact.SourceBack;
import io.playcaller.contracts.fact.SourceQuiet;
import io.playcaller.ingest.backfill.BackfillRun;
import io.playcaller.ingest.source.Source;
import io.playcaller.ingest.source.health.Announced;
import io.playcaller.ingest.source.health.JudgedSource;
import io.playcaller.ingest.source.health.SourceState;
import io.playcaller.ingest.source.health.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BeatTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
    private static final List<Feed> USAGE = List.of(Feed.USAGE);
    private static final Verdict UNSEEN = new Verdict(SourceState.UNSEEN, null, List.of());
    private static final Verdict ALIVE = new Verdict(SourceState.ALIVE, null, List.of());
    private static final Verdict QUIET = new Verdict(SourceState.QUIET, YESTERDAY, List.of());
    private static final Verdict GARBAGE = new Verdict(SourceState.GARBAGE, YESTERDAY, List.of());

    @Test
    void timeNeverGoesBackAndNeverStands() {
        assertThat(Beat.at(NOW, NOW, List.of(), List.of())).isEmpty();
        assertThat(Beat.at(NOW, NOW.plusMillis(1), List.of(), List.of())).isEmpty();
        assertThat(Beat.at(NOW, NOW.minusMillis(1), List.of(), List.of())).isPresent();
        assertThat(Beat.at(NOW, null, List.of(), List.of())).isPresent();
    }

    @Test
    void aSourceIsAliveUntilNowElseUntilItsTroubleBegan() {
        Beat beat = beat(
                judged("web", null, ALIVE),
                judged("desk", null, QUIET),
                judged("feed", null, GARBAGE),
                judged("new", null, UNSEEN));

        assertThat(beat.tick().sources())
                .containsExactly(
                        new SourceAlive("web", USAGE, NOW),
                        new SourceAlive("desk", USAGE, YESTERDAY),
                        new SourceAlive("feed", USAGE, YESTERDAY));
    }

    @Test
    void troubleAndItsEndAreSaidOnce() {
        Announced silent = new Announced(QuietCause.SILENT, YESTERDAY);
        Beat beat = beat(
                judged("went-quiet", null, QUIET),
                judged("still-quiet", silent, QUIET),
                judged("back", silent, ALIVE),
                judged("alive", null, ALIVE));

        assertThat(beat.quiet()).containsExactly(new SourceQuiet("went-quiet", USAGE, YESTERDAY, QuietCause.SILENT));
        assertThat(beat.back()).containsExactly(new SourceBack("back", USAGE, YESTERDAY, QuietCause.SILENT));
    }

    @Test
    void aSilenceEndsBeforeTheRubbishThatComesThen() {
        Instant earlier = YESTERDAY.minusSeconds(60);
        Beat beat = beat(judged("web", new Announced(QuietCause.SILENT, earlier), GARBAGE));

        assertThat(beat.facts())
                .containsExactly(
                        new SourceBack("web", USAGE, earlier, QuietCause.SILENT),
                        new SourceQuiet("web", USAGE, YESTERDAY, QuietCause.GARBAGE),
                        beat.tick());
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
        SourceQuiet quiet = new SourceQuiet("web", USAGE, NOW, QuietCause.SILENT);

        assertThat(BeatIds.of(quiet))
                .isEqualTo(BeatIds.of(new SourceQuiet("web", USAGE, NOW, QuietCause.SILENT)))
                .isNotEqualTo(BeatIds.of(new SourceQuiet("web", USAGE, NOW, QuietCause.GARBAGE)))
                .isNotEqualTo(BeatIds.of(new SourceQuiet("web", USAGE, NOW.plusMillis(1), QuietCause.SILENT)));
    }

    private static Beat beat(JudgedSource... sources) {
        return Beat.at(NOW, null, List.of(sources), List.of()).orElseThrow();
    }

    private static JudgedSource judged(String name, @Nullable Announced announced, Verdict verdict) {
        Source source = Source.declared(name, Set.of(Feed.USAGE), Duration.ofHours(6), null);
        return new JudgedSource(source, announced, verdict);
    }
}
