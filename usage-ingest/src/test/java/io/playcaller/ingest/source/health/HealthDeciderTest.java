package io.playcaller.ingest.source.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HealthDeciderTest {

    private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");
    private static final Duration LEARNED = Duration.ofDays(28);

    private final SourceLife life = new SourceLife(MONDAY, 1);

    @Test
    void whoNeverGaveASignIsUnseen() {
        assertThat(life.judge().state()).isEqualTo(SourceState.UNSEEN);
    }

    @Test
    void untilThreeWeeksCanTellItsQuietTimeDecides() {
        life.lives(Duration.ofDays(14), Rates.steady(1_000)).isSilent(SourceLife.QUIET_AFTER.minusMinutes(5));
        Verdict atTheEdge = life.judge();
        life.isSilent(Duration.ofMinutes(5));

        assertThat(atTheEdge.state()).isEqualTo(SourceState.ALIVE);
        assertThat(life.judge().state()).isEqualTo(SourceState.QUIET);
        assertThat(life.judge().findings()).extracting(Finding::code).containsExactly(Finding.SHORT_HISTORY);
    }

    @Test
    void aVerdictSaysWhatWasExpectedAndWhatCame() {
        life.lives(LEARNED, Rates.steady(1_000)).isSilent(Duration.ofHours(5));

        Verdict verdict = life.judge();

        assertThat(verdict.state()).isEqualTo(SourceState.QUIET);
        Finding finding = verdict.findings().get(0);
        assertThat(finding.seen()).isZero();
        assertThat(finding.expected()).isBetween(3_500L, 4_300L);
        assertThat(finding.until()).isEqualTo(life.now());
        assertThat(finding.detail()).contains("0 items and heartbeats came");
    }

    @Test
    void aHeartbeatProvesThatNothingHappened() {
        life.lives(LEARNED, Rates.steady(1_000));
        Instant stopped = life.now();
        for (int hour = 0; hour < 24; hour++) {
            life.beat();
            life.isSilent(Duration.ofHours(1));
        }

        assertThat(life.changesSince(stopped)).isEmpty();
    }

    @Test
    void whoseHeartbeatsStopIsMissedLikeWhoseItemsDo() {
        for (Instant end = MONDAY.plus(LEARNED); life.now().isBefore(end); ) {
            life.beat();
            life.isSilent(Duration.ofMinutes(5));
        }
        Instant stopped = life.now();

        life.isSilent(Duration.ofHours(6));

        assertThat(life.changesSince(stopped))
                .extracting(SourceLife.Change::state)
                .containsExactly(SourceState.QUIET);
    }

    @Test
    void whatDidNotComeWhileTheDoorsWereClosedAccusesNobody() {
        life.lives(LEARNED, Rates.steady(1_000)).doorsAreClosed(Duration.ofHours(9));
        Instant open = life.now();
        life.isSilent(Duration.ofMinutes(50));
        assertThat(life.judge().state()).isEqualTo(SourceState.ALIVE);

        life.isSilent(Duration.ofHours(2));

        assertThat(life.changesSince(open)).extracting(SourceLife.Change::state).containsExactly(SourceState.QUIET);
    }

    @Test
    void whoIsNewIsNotAccusedByClosedDoorsEither() {
        life.lives(Duration.ofDays(2), Rates.steady(1_000)).doorsAreClosed(SourceLife.QUIET_AFTER.plusHours(1));
        Instant open = life.now();
        life.isSilent(SourceLife.QUIET_AFTER);
        assertThat(life.judge().state()).isEqualTo(SourceState.ALIVE);

        life.isSilent(Duration.ofHours(1));

        assertThat(life.changesSince(open)).extracting(SourceLife.Change::state).containsExactly(SourceState.QUIET);
    }

    @Test
    void whoIsNewAndQuietStaysQuietWhenTheDoorsWereClosedToo() {
        life.lives(Duration.ofDays(2), Rates.steady(1_000)).isSilent(SourceLife.QUIET_AFTER.plusHours(1));
        Instant quiet = life.now();
        life.doorsAreClosed(Duration.ofHours(9)).isSilent(Duration.ofHours(1));

        assertThat(life.changesSince(quiet)).isEmpty();
        assertThat(life.judge().state()).isEqualTo(SourceState.QUIET);
    }

    @Test
    void aQuietSourceStaysQuietWhenTheDoorsWereClosedToo() {
        life.lives(LEARNED, Rates.steady(1_000)).isSilent(Duration.ofHours(4));
        Instant quiet = life.now();
        life.doorsAreClosed(Duration.ofHours(9)).isSilent(Duration.ofHours(1));

        assertThat(life.changesSince(quiet)).isEmpty();
        assertThat(life.judge().state()).isEqualTo(SourceState.QUIET);
    }

    @Test
    void whoIsTooSparseToBeJudgedIsQuietAfterFiveWeeks() {
        for (int month = 0; month < 4; month++) {
            life.deliver(1, 0);
            life.isSilent(Duration.ofDays(30));
        }
        assertThat(life.judge().state()).isEqualTo(SourceState.ALIVE);

        life.isSilent(Duration.ofDays(6));

        assertThat(life.judge().state()).isEqualTo(SourceState.QUIET);
    }

    @Test
    void rubbishIsToldFromWhatIsRefusedUsually() {
        life.lives(LEARNED, Rates.steady(200), 0.02);
        Instant learned = life.now();
        life.lives(Duration.ofDays(2), Rates.steady(200), 0.15);
        assertThat(life.changesSince(learned)).isEmpty();
        Instant broke = life.now();
        life.lives(Duration.ofHours(8), Rates.steady(200), 0.9);
        Instant mended = life.now();
        life.lives(Duration.ofHours(3), Rates.steady(200), 0.02);

        assertThat(life.changesSince(broke))
                .extracting(SourceLife.Change::state)
                .containsExactly(SourceState.GARBAGE, SourceState.ALIVE);
        assertThat(life.changesSince(broke).get(0).since()).isEqualTo(broke);
        assertThat(life.changesSince(broke).get(0).at()).isBefore(broke.plus(Duration.ofHours(3)));
        assertThat(life.changesSince(mended)).hasSize(1);
    }

    @Test
    void whoAlwaysSendsMuchThatIsRefusedIsAsUsual() {
        life.lives(LEARNED, Rates.steady(200), 0.6);
        Instant learned = life.now();
        life.lives(Duration.ofDays(14), Rates.steady(200), 0.7);

        assertThat(life.changesSince(learned)).isEmpty();
    }

    @Test
    void rubbishDoesNotBecomeUsualByLasting() {
        life.lives(LEARNED, Rates.steady(50), 0.01);
        Instant broke = life.now();
        life.lives(Duration.ofDays(6 * 7), Rates.steady(50), 0.8);

        assertThat(life.changesSince(broke))
                .extracting(SourceLife.Change::state)
                .containsExactly(SourceState.GARBAGE);
    }

    @Test
    void rubbishThatStopsIsASilence() {
        life.lives(LEARNED, Rates.steady(500), 0.01);
        Instant broke = life.now();
        life.lives(Duration.ofHours(12), Rates.steady(500), 0.9).isSilent(Duration.ofHours(3));

        assertThat(life.changesSince(broke))
                .extracting(SourceLife.Change::state)
                .containsExactly(SourceState.GARBAGE, SourceState.QUIET);
    }
}
