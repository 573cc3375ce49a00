package io.playcaller.ingest.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The log's time around outages of the doors: ticks every ten seconds, as one replica or another says them. */
class DoorsTest {

    private static final Instant EVENING = Instant.parse("2026-04-05T20:00:00Z");
    private static final Duration GRACE = Duration.ofMinutes(15);
    private static final Duration TICK = Duration.ofSeconds(10);

    private final List<Instant> ticks = new ArrayList<>();
    private Instant now = EVENING.minus(Duration.ofHours(1));
    private @Nullable Instant openSince;
    private @Nullable Doors seen;

    @Test
    void timeGoesOnWhileTheDoorsAreOpen() {
        open(Duration.ofHours(1));

        assertThat(logTime()).isEqualTo(now);
        assertThat(openSince).isEqualTo(EVENING.minus(Duration.ofHours(1)));
    }

    @Test
    void afterALongOutageItStandsForTheGraceAndNoLonger() {
        open(Duration.ofHours(1));
        closed(Duration.ofHours(4).plusMinutes(30));

        open(GRACE.minus(TICK));
        assertThat(logTime()).isBetween(EVENING, EVENING.plusSeconds(1));
        open(TICK);

        assertThat(logTime()).isEqualTo(now);
    }

    @Test
    void afterAShortOneItStandsForAsLongAsThatWas() {
        open(Duration.ofHours(1));
        closed(Duration.ofMinutes(4));

        open(Duration.ofMinutes(4).minus(TICK));
        assertThat(logTime()).isBetween(EVENING, EVENING.plusSeconds(1));
        open(TICK);

        assertThat(logTime()).isEqualTo(now);
    }

    @Test
    void whileItStandsEachTickIsLaterThanTheOneBefore() {
        open(Duration.ofHours(1));
        closed(Duration.ofHours(4));
        open(GRACE);

        assertThat(ticks).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aPauseOfADeploymentStopsNothing() {
        open(Duration.ofHours(1));
        closed(Doors.BREAK);
        open(TICK);

        assertThat(logTime()).isEqualTo(now);
    }

    @Test
    void doorsThatCloseAgainMeanwhileAreWaitedForAnew() {
        open(Duration.ofHours(1));
        closed(Duration.ofHours(4));
        open(GRACE.minusMinutes(1));
        closed(Duration.ofHours(1));

        open(GRACE.minus(TICK));

        assertThat(logTime()).isBetween(EVENING, EVENING.plusSeconds(1));
    }

    @Test
    void whoTakesOverWhileItStandsWaitsAnew() {
        open(Duration.ofHours(1));
        closed(Duration.ofHours(4));
        open(GRACE.minusMinutes(1));
        seen = null;

        open(GRACE.minus(TICK));
        assertThat(logTime()).isBetween(EVENING, EVENING.plusSeconds(1));
        open(TICK);

        assertThat(logTime()).isEqualTo(now);
    }

    @Test
    void whoTakesOverWhileTimeGoesOnDoesNotStopIt() {
        open(Duration.ofHours(1));
        seen = null;
        open(TICK);

        assertThat(logTime()).isEqualTo(now);
    }

    @Test
    void beforeTheFirstTickNothingWaits() {
        assertThat(Doors.at(now, null, null, null, GRACE).time(null)).isEqualTo(now);
    }

    @Test
    void whatAReplicaSawBeforeItsDatabaseWasReplacedIsForgotten() {
        Doors ahead = new Doors(EVENING, EVENING.plus(Duration.ofDays(3)), EVENING.plus(Duration.ofDays(4)));

        assertThat(Doors.at(now, null, null, ahead, GRACE)).isEqualTo(Doors.opened(now));
    }

    @Test
    void withoutAGraceTimePassesAtOnce() {
        Doors doors = Doors.at(now, now.minus(Duration.ofDays(1)), null, null, Duration.ZERO);

        assertThat(doors.time(now.minus(Duration.ofDays(1)))).isEqualTo(now);
    }

    @Test
    void theDoorsAreOpenSinceTheirLastOutageAndNotSinceTimeGoesOn() {
        open(Duration.ofHours(1));
        closed(Duration.ofHours(4));
        Instant opened = now;
        open(Duration.ofHours(1));

        assertThat(openSince).isEqualTo(opened);
    }

    @Test
    void aBreakThatSpoilsNoHourLeavesThemOpen() {
        open(Duration.ofHours(1));
        Instant opened = openSince;
        closed(Doors.CLOSED);
        open(Duration.ofHours(1));

        assertThat(openSince).isEqualTo(opened);
    }

    /** Ticks from now on, until so much later. */
    private void open(Duration length) {
        for (Instant end = now.plus(length); now.isBefore(end); now = now.plus(TICK)) {
            tick();
        }
        tick();
    }

    private void tick() {
        Instant last = ticks.isEmpty() ? null : logTime();
        if (last == null || now.isAfter(last)) {
            seen = Doors.at(now, last, openSince, seen, GRACE);
            openSince = seen.openSince();
            ticks.add(seen.time(last));
        }
    }

    private void closed(Duration length) {
        now = now.plus(length);
    }

    private Instant logTime() {
        return ticks.get(ticks.size() - 1);
    }
}
