package io.playcaller.health.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.health.engine.peer.Baseline;
import io.playcaller.health.engine.peer.Baseline.Group;
import io.playcaller.health.engine.peer.Histogram;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** On Thursday, 12 March 2026, at noon of the log's time. */
class CountedTest {

    private static final Instant NOON = Instant.parse("2026-03-12T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-12");
    private static final Instant LONG_AGO = NOON.minus(Duration.ofDays(200));
    private static final List<String> BOTH = List.of("active-days", "core-features");

    @Test
    void peersOfWhomTheLogWasToldAreCountedOnceAWeek() {
        Baseline told = of("active-days", 40).plus(of("core-features", 40));

        assertThat(counted(TODAY.minusDays(6), told, false, LONG_AGO).due(BOTH)).isFalse();
        assertThat(counted(TODAY.minusDays(7), told, false, LONG_AGO).due(BOTH)).isTrue();
        assertThat(counted(TODAY.minusDays(7), told, true, LONG_AGO).due(BOTH))
                .as("an import of one source may go on for long")
                .isTrue();
    }

    @Test
    void untilTheLogWasToldOfAnyTheyAreCountedAtOnceAndOnEachDay() {
        assertThat(counted(null, Baseline.NONE, false, LONG_AGO).due(BOTH)).isTrue();
        assertThat(counted(TODAY, Baseline.NONE, false, LONG_AGO).due(BOTH)).isFalse();
        assertThat(counted(TODAY.minusDays(1), Baseline.NONE, false, LONG_AGO).due(BOTH))
                .isTrue();
    }

    @Test
    void inTheMiddleOfAnImportTheFirstOfItAreNotThePeersOfAll() {
        assertThat(counted(null, Baseline.NONE, true, NOON).due(BOTH)).isFalse();
    }

    @Test
    void anImportWhoseEndDoesNotComeIsWaitedForAWeekOfUse() {
        Instant sixDaysAgo = NOON.minus(Duration.ofDays(6));
        Instant aWeekAgo = NOON.minus(Duration.ofDays(7));

        assertThat(counted(null, Baseline.NONE, true, sixDaysAgo).due(BOTH)).isFalse();
        assertThat(counted(null, Baseline.NONE, true, aWeekAgo).due(BOTH)).isTrue();
        assertThat(counted(null, Baseline.NONE, true, null).due(BOTH))
                .as("nobody's use is heard of")
                .isFalse();
    }

    @Test
    void aMeasureThatIsComparedForTheFirstTimeDoesNotWaitForAWeek() {
        Counted yesterday = counted(TODAY.minusDays(1), of("active-days", 40), false, LONG_AGO);

        assertThat(yesterday.due(BOTH)).isTrue();
        assertThat(yesterday.due(List.of("active-days"))).isFalse();
    }

    @Test
    void aCompanyWithoutAHistoryWaitsForAWeekOfItUnlessEverythingIsKnownBefore() {
        Baseline features = of("core-features", 40);
        Baseline everything = features.plus(of("active-days", 20));
        Counted onItsSixthDay = counted(TODAY, Baseline.NONE, false, NOON.minus(Duration.ofDays(6)));
        Counted aWeekOld = counted(TODAY, Baseline.NONE, false, NOON.minus(Duration.ofDays(7)));

        assertThat(onItsSixthDay.worthTelling(features, BOTH)).isFalse();
        assertThat(onItsSixthDay.worthTelling(features.plus(of("active-days", 19)), BOTH))
                .isFalse();
        assertThat(onItsSixthDay.worthTelling(everything, BOTH)).isTrue();
        assertThat(aWeekOld.worthTelling(features, BOTH)).isTrue();
        assertThat(counted(TODAY, Baseline.NONE, false, null).worthTelling(features, BOTH))
                .as("no source of usage: nothing of it is waited for")
                .isTrue();
    }

    @Test
    void whoStandsWhereTheyStoodIsNotToldAgain() {
        Baseline both = of("active-days", 40).plus(of("core-features", 40));
        Counted before = counted(TODAY.minusDays(7), both, false, NOON.minus(Duration.ofDays(3)));

        assertThat(before.worthTelling(of("active-days", 41).plus(of("core-features", 40)), BOTH))
                .isFalse();
        assertThat(before.worthTelling(of("active-days", 19).plus(of("core-features", 40)), BOTH))
                .as("too few at last")
                .isTrue();
    }

    @Test
    void nobodyIsNotWorthTelling() {
        assertThat(counted(null, Baseline.NONE, false, LONG_AGO).worthTelling(Baseline.NONE, BOTH))
                .isFalse();
    }

    private static Counted counted(@Nullable LocalDate on, Baseline told, boolean importing, @Nullable Instant since) {
        return new Counted(NOON, on, told, importing, since);
    }

    /** So many customers, all in one bin. */
    private static Baseline of(String measure, long customers) {
        Histogram empty = new Histogram(0, 1_000, Collections.nCopies(10, 0L));
        SortedMap<Group, Histogram> groups = new TreeMap<>();
        groups.put(new Group("smb", measure), empty.with(3, customers));
        return new Baseline(groups);
    }
}
