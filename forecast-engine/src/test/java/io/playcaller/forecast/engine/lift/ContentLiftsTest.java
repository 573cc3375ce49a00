package io.playcaller.forecast.engine.lift;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.work.Arm;
import io.playcaller.forecast.engine.lift.Look.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentLiftsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void contentCountsFromTheFirstRunThatUsedItToTheLastWhomeverItReached() {
        List<Look> looks = List.of(
                look("silent", "before", Arm.HOLDOUT, 1, true),
                look("silent", "reached", Arm.TREATED, 2, true),
                look("silent", "not-reached", Arm.TREATED, 3, false),
                look("silent", "held-out", Arm.HOLDOUT, 3, false),
                look("silent", "reached-too", Arm.TREATED, 4, true),
                look("silent", "after", Arm.TREATED, 5, true),
                look("other", "elsewhere", Arm.TREATED, 3, true));

        List<PlayLift> lifts = ContentLifts.of(looks, List.of(span("text", "silent", 2, 4)), LiftRule.defaults());

        assertThat(lifts).hasSize(1);
        assertThat(lifts.get(0).play()).isEqualTo("text");
        assertThat(lifts.get(0).lift().treated().n()).isEqualTo(3);
        assertThat(lifts.get(0).lift().holdout().n()).isEqualTo(1);
        assertThat(lifts.get(0).lift().bounds()).as("too few").isNull();
    }

    @Test
    void twoTextsOfAPlayThatAlwaysHadBothHaveTheLiftOfThePlay() {
        List<Look> looks = many();

        List<PlayLift> content = ContentLifts.of(
                looks, List.of(span("a", "silent", 0, 400), span("b", "silent", 0, 400)), LiftRule.defaults());

        Lift ofPlay = PlayLifts.of(looks, LiftRule.defaults()).get(0).lift();
        assertThat(content).extracting(PlayLift::play).containsExactly("a", "b");
        assertThat(content).extracting(PlayLift::lift).containsOnly(ofPlay);
        assertThat(ofPlay.bounds()).isNotNull();
    }

    @Test
    void anAccountThatTwoPlaysSentItToCountsOnceByItsFirstRun() {
        List<Look> looks =
                List.of(look("silent", "acme", Arm.HOLDOUT, 2, false), look("drop", "acme", Arm.TREATED, 9, true));

        List<PlayLift> lifts = ContentLifts.of(
                looks, List.of(span("text", "silent", 0, 20), span("text", "drop", 0, 20)), LiftRule.defaults());

        assertThat(lifts).hasSize(1);
        assertThat(lifts.get(0).lift().holdout().n()).isEqualTo(1);
        assertThat(lifts.get(0).lift().treated().n()).isZero();
    }

    @Test
    void anAccountOnWhichThePlayRanBeforeTheContentDoesNotCountByALaterRun() {
        List<Look> looks = List.of(
                look("silent", "acme", Arm.TREATED, 1, false),
                look("silent", "acme", Arm.TREATED, 9, true),
                look("silent", "other", Arm.HOLDOUT, 9, true));

        List<PlayLift> lifts = ContentLifts.of(looks, List.of(span("text", "silent", 5, 20)), LiftRule.defaults());

        assertThat(lifts.get(0).lift().treated().n()).isZero();
        assertThat(lifts.get(0).lift().holdout().n()).isEqualTo(1);
    }

    private static List<Look> many() {
        List<Look> looks = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            looks.add(look("silent", "a" + i, i % 4 == 0 ? Arm.HOLDOUT : Arm.TREATED, i, i % 3 == 0));
        }
        return looks;
    }

    private static ContentSpan span(String content, String play, int firstDay, int lastDay) {
        return new ContentSpan(content, play, day(firstDay), day(lastDay), 1);
    }

    private static Look look(String play, String account, Arm arm, int day, boolean recovered) {
        return new Look(
                play,
                Reason.USAGE_DROP,
                play + account + day,
                account,
                arm,
                10,
                day(day),
                90,
                List.of(Seen.that(LiftMetric.RECOVERED, recovered)));
    }

    private static Instant day(int day) {
        return START.plusSeconds(86_400L * day);
    }
}
