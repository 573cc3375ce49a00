package io.playcaller.router.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random lives of clocks, each against a reading that walks minute by minute and knows nothing of how clocks are kept: in
 * calendars of many zones with their holidays, absences and changes of the clocks; with pauses, changed targets and ladders,
 * and other people's calendars on the way. Compared are everything that was said and when, what is used up, when it runs out,
 * and what the log says.
 */
class ClockOracleTest {

    private static final int IN_EVERY_BUILD = 10_000;
    private static final int LONG = 100_000;

    private static MinuteMaps maps;

    @BeforeAll
    static void countTheMinutes() {
        maps = MinuteMaps.of2026();
    }

    @Test
    void clocksAreAsCountedMinuteByMinute() {
        compare(IN_EVERY_BUILD, 26);
    }

    @Test
    @Tag("long")
    void clocksAreAsCountedMinuteByMinuteInEachOf100_000Lives() {
        compare(LONG, 2026);
    }

    private static void compare(int lives, long seed) {
        SplittableRandom seeds = new SplittableRandom(seed);
        for (int life = 0; life < lives; life++) {
            ClockLife drawn = ClockLife.draw(new SplittableRandom(seeds.nextLong()), maps);
            compare(drawn);
        }
    }

    private static void compare(ClockLife life) {
        CountedLife counted = CountedLife.of(life, maps);
        LivedLife lived = LivedLife.of(life, maps);

        assertThat(lived.said()).as("said in %s", life).isEqualTo(counted.said());
        assertThat(lived.run().consumed(life.end(), lived.calendar()))
                .as("used up in %s", life)
                .isEqualTo(Duration.ofMinutes(counted.used()));
        assertThat(lived.run().isBreached(life.end().plusSeconds(1)))
                .as("breached in %s", life)
                .isEqualTo(counted.breachedAt().isPresent());
        counted.breachedAt()
                .ifPresent(at -> assertThat(lived.run().dueAt())
                        .as("ran out in %s", life)
                        .isEqualTo(at));
        assertThat(fromLog(life, lived.run())).as("by the log of %s", life).isEqualTo(counted.used());
    }

    /** The business minutes that a log holds, by the minutes of the calendars that it names. */
    private static long fromLog(ClockLife life, SlaClock run) {
        long used = 0;
        for (int at = 0; at < run.log().size(); at++) {
            ClockMark mark = run.log().get(at);
            Instant until = at + 1 < run.log().size() ? run.log().get(at + 1).at() : life.end();
            if (mark.kind() != ClockMark.Kind.PAUSED) {
                used += maps.open(mark.calendar(), life.waits())
                        .get(MinuteMaps.index(mark.at()), MinuteMaps.index(until))
                        .cardinality();
            }
        }
        return used;
    }

    @Test
    void theLivesHoldWhatTheyAreMeantToHold() {
        SplittableRandom seeds = new SplittableRandom(26);
        int pauses = 0;
        int edits = 0;
        int saved = 0;
        int overChange = 0;
        for (int life = 0; life < 1_000; life++) {
            ClockLife drawn = ClockLife.draw(new SplittableRandom(seeds.nextLong()), maps);
            pauses += drawn.count(ClockLife.Pause.class) > 0 ? 1 : 0;
            edits += drawn.count(ClockLife.Edit.class) > 0 ? 1 : 0;
            saved += CountedLife.of(drawn, maps).breachedAt().isPresent() ? 0 : 1;
            overChange += maps.changesOffset(drawn) ? 1 : 0;
        }
        assertThat(pauses).as("of 1,000 with a pause").isBetween(400, 900);
        assertThat(edits).as("of 1,000 with another policy or calendar").isBetween(400, 900);
        assertThat(saved).as("of 1,000 that never ran out").isBetween(150, 850);
        assertThat(overChange).as("of 1,000 over a change of the clocks").isGreaterThan(150);
    }
}
