package io.playcaller.router.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.router.sla.Census.Kind;
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
 * and what the log says. What kinds of lives these were is printed. {@code -Dplayrouter.oracle.cases=100000} compares so many.
 */
class ClockOracleTest {

    private static final int IN_EVERY_BUILD = Integer.getInteger("playrouter.oracle.cases", 5_000);
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
        Census census = new Census(maps);
        for (int life = 0; life < lives; life++) {
            ClockLife drawn = ClockLife.draw(new SplittableRandom(seeds.nextLong()), maps);
            CountedLife counted = CountedLife.of(drawn, maps);
            compare(drawn, counted);
            census.add(drawn, counted);
        }
        System.out.println(census);
    }

    private static void compare(ClockLife life, CountedLife counted) {
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
        Census census = new Census(maps);
        int edits = 0;
        for (int life = 0; life < 1_000; life++) {
            ClockLife drawn = ClockLife.draw(new SplittableRandom(seeds.nextLong()), maps);
            census.add(drawn, CountedLife.of(drawn, maps));
            edits += drawn.count(ClockLife.Edit.class) > 0 ? 1 : 0;
        }
        assertThat(census.of(Kind.WITH_A_PAUSE)).as("of 1,000 with a pause").isBetween(400, 900);
        assertThat(edits).as("of 1,000 with another policy or calendar").isBetween(400, 900);
        assertThat(census.of(Kind.NEVER_RAN_OUT))
                .as("of 1,000 that never ran out")
                .isBetween(150, 850);
        assertThat(census.of(Kind.OVER_A_CHANGE_OF_THE_CLOCKS))
                .as("of 1,000 over a change of the clocks")
                .isGreaterThan(150);
        assertThat(census.of(Kind.OVER_A_HOLIDAY)).as("of 1,000 over a holiday").isGreaterThan(50);
        assertThat(census.of(Kind.WHILE_ITS_PERSON_WAS_AWAY))
                .as("of 1,000 while somebody was away")
                .isGreaterThan(50);
    }
}
