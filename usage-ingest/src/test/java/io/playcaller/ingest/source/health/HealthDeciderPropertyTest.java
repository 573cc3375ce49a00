package io.playcaller.ingest.source.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/**
 * Whole lives of sources: what an outage is, and what is none. Each is tried from some day of some week, with some luck, which is
 * drawn once: a judge that calls an outage what happens by chance once in a million looks does so in some life among very many.
 */
class HealthDeciderPropertyTest {

    private static final Instant WINTER = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant SUMMER = Instant.parse("2026-08-03T00:00:00Z");
    private static final Duration LEARNED = Duration.ofDays(28);
    private static final int TRIES = 4;
    private static final String LUCK = "20261128";

    /** Before its pattern is known it is quiet by day, as the rule for who is new has it; afterwards never, DST or not. */
    @Property(tries = TRIES, seed = LUCK)
    void aNightlyBatchIsNoOutageNorIsADstDay(
            @ForAll long seed, @ForAll boolean winter, @ForAll @IntRange(max = 6) int day) {
        SourceLife life = begun(winter ? WINTER : SUMMER, day, seed).lives(LEARNED, Rates.nightly(5_000));
        Instant learned = life.now();

        life.lives(Duration.ofDays(16 * 7), Rates.nightly(5_000));

        assertThat(life.changesSince(learned)).isEmpty();
    }

    @Property(tries = TRIES, seed = LUCK)
    void nightsAndWeekendsAreNoOutageNorIsADstDay(
            @ForAll long seed, @ForAll boolean winter, @ForAll @IntRange(min = 20, max = 2_000) int anHour) {
        SourceLife life = begun(winter ? WINTER : SUMMER, 0, seed).lives(LEARNED, Rates.officeHours(anHour));
        Instant learned = life.now();

        life.lives(Duration.ofDays(16 * 7), Rates.officeHours(anHour));

        assertThat(life.changesSince(learned)).isEmpty();
    }

    @Property(tries = TRIES, seed = LUCK)
    void aSlowDeclineIsNoOutage(@ForAll long seed, @ForAll @DoubleRange(min = 0.02, max = 0.2) double partAWeek) {
        SourceLife life = begun(WINTER, 0, seed).lives(LEARNED, Rates.officeHours(500));
        Instant learned = life.now();

        life.lives(Duration.ofDays(16 * 7), Rates.declining(Rates.officeHours(500), learned, partAWeek));

        assertThat(life.changesSince(learned)).isEmpty();
    }

    @Property(tries = TRIES, seed = LUCK)
    void whatStopsIsQuietWithinThreeHoursSinceItsLastSign(
            @ForAll long seed,
            @ForAll @IntRange(min = 60, max = 20_000) int anHour,
            @ForAll @IntRange(max = 6) int day) {
        SourceLife life = begun(WINTER, day, seed).lives(LEARNED, Rates.steady(anHour));
        Instant stopped = life.now();

        life.isSilent(Duration.ofHours(3));

        assertThat(life.changesSince(stopped)).hasSize(1).allSatisfy(change -> {
            assertThat(change.state()).isEqualTo(SourceState.QUIET);
            assertThat(change.since()).isBetween(stopped.minus(Duration.ofHours(1)), stopped);
        });
    }

    /** Its hour, one hour more, and the half hour until somebody looks. */
    @Property(tries = TRIES, seed = LUCK)
    void aBatchThatDoesNotComeIsMissedTheSameNight(@ForAll long seed, @ForAll @IntRange(max = 6) int day) {
        SourceLife life = begun(WINTER, day, seed).lives(LEARNED, Rates.nightly(5_000));
        Instant stopped = life.now();

        life.isSilent(Duration.ofHours(24));

        assertThat(life.changesSince(stopped)).hasSize(1).allSatisfy(change -> {
            assertThat(change.state()).isEqualTo(SourceState.QUIET);
            // Midnight in UTC is one in the morning in Berlin, in winter.
            assertThat(change.at()).isBetween(stopped.plus(Duration.ofHours(5)), stopped.plus(Duration.ofHours(6)));
        });
    }

    @Property(tries = TRIES, seed = LUCK)
    void threeEventsADayAreEnoughToBeMissedWithinTenDays(@ForAll long seed) {
        SourceLife life = begun(WINTER, 0, seed).lives(LEARNED, Rates.steady(3 / 24.0));
        Instant learned = life.now();
        life.lives(Duration.ofDays(8 * 7), Rates.steady(3 / 24.0));
        assertThat(life.changesSince(learned)).isEmpty();
        Instant stopped = life.now();

        life.isSilent(Duration.ofDays(10));

        assertThat(life.changesSince(stopped))
                .extracting(SourceLife.Change::state)
                .containsExactly(SourceState.QUIET);
    }

    /** However long it was: the outage is not learned, what comes is its return, and the next outage is seen. */
    @Property(tries = TRIES, seed = LUCK)
    void whoeverComesBackLateIsBackAndIsMissedAgain(@ForAll long seed, @ForAll @IntRange(min = 1, max = 21) int days) {
        SourceLife.Rate rate = Rates.officeHours(300);
        SourceLife life = begun(WINTER, 0, seed).lives(Duration.ofDays(8 * 7), rate);
        Instant stopped = life.now();
        life.isSilent(Duration.ofDays(days));
        life.lives(Duration.ofDays(4 * 7 - days), rate);
        assertThat(life.changesSince(stopped))
                .extracting(SourceLife.Change::state)
                .containsExactly(SourceState.QUIET, SourceState.ALIVE);
        Instant again = life.now();

        life.isSilent(Duration.ofDays(1));

        assertThat(life.changesSince(again))
                .extracting(SourceLife.Change::state)
                .containsExactly(SourceState.QUIET);
    }

    @Property(tries = TRIES, seed = LUCK)
    void aTrickleIsAnOutageAndHalfOfWhatIsUsualIsNone(
            @ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 0.05) double part) {
        SourceLife life = begun(WINTER, 0, seed).lives(LEARNED, Rates.steady(2_000));
        Instant learned = life.now();
        life.lives(Duration.ofDays(2), Rates.steady(1_000));
        assertThat(life.changesSince(learned)).isEmpty();
        Instant fell = life.now();

        life.lives(Duration.ofDays(1), Rates.steady(2_000 * part));
        life.lives(Duration.ofDays(1), Rates.steady(2_000));

        assertThat(life.changesSince(fell))
                .extracting(SourceLife.Change::state)
                .containsExactly(SourceState.QUIET, SourceState.ALIVE);
        assertThat(life.changesSince(fell).get(0).since()).isEqualTo(fell);
    }

    private static SourceLife begun(Instant begin, int day, long seed) {
        return new SourceLife(begin.plus(Duration.ofDays(day)), seed);
    }
}
