package io.playcaller.lab.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.health.MeasureScore;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.engine.score.Score;
import io.playcaller.health.model.in.ModelFolder;
import io.playcaller.lab.facts.FactMaker;
import io.playcaller.lab.facts.FactMap;
import io.playcaller.lab.facts.FactMapFile;
import io.playcaller.lab.rows.Row;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Thirty accounts, of which the n-th uses the product on half as many days of each 28, are judged beside each other. */
class PeerReplayTest {

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final int ACCOUNTS = 30;
    private static final int DAYS = 90;
    private static final Instant LAST = START.plus(DAY.multipliedBy(DAYS));
    private static final FactMap MAP = FactMapFile.shipped();
    private static final HealthModel MODEL = relativeActiveDays();
    private static final HealthEngine ENGINE = new HealthEngine(MODEL);

    @Test
    void whoUsesItMostStandsHighestAndTheMiddleIsTheMiddle() {
        Replay replay = new Replay(ENGINE, told());

        assertThat(activeDays(replay, 29)).as("above nine of ten").isEqualTo(100_000L);
        assertThat(activeDays(replay, 0)).as("below nine of ten").isEqualTo(10_000L);
        assertThat(activeDays(replay, 15)).as("about half").isBetween(50_000L, 70_000L);
    }

    @Test
    void beforeTheFirstCountTheAbsoluteCurveApplies() {
        PeerHistory told = told();
        Instant first = told.told().firstKey();

        assertThat(first)
                .as("a Thursday, as all weeks since the epoch begin, after a week of collecting")
                .isEqualTo(Instant.parse("2026-01-15T00:00:00Z"));
        List<Instant> justBefore = List.of(first.minusSeconds(1));
        Score alone =
                new Replay(ENGINE).lived("a-9", facts(9), justBefore).get(0).score();
        Score before = new Replay(ENGINE, told)
                .lived("a-9", facts(9), justBefore)
                .get(0)
                .score();
        assertThat(points(before)).isEqualTo(points(alone));
    }

    /** Also beside peers incremental is batch. */
    @Property(tries = 20)
    void aScoreDoesNotDependOnHowOftenItWasAskedForBefore(
            @ForAll @IntRange(max = ACCOUNTS - 1) int account, @ForAll @IntRange(min = 1, max = DAYS * 24) int hours) {
        Replay replay = new Replay(ENGINE, told());
        List<Event<?>> facts = facts(account);
        Instant at = START.plus(Duration.ofHours(hours));
        String id = "a-" + account;

        List<Look> lived = replay.lived(id, facts, List.of(at, LAST));

        Instant begins = Replay.begins(facts, at);
        assertThat(lived.get(0).score())
                .isEqualTo(replay.atOnce(id, facts, begins, at).score());
        assertThat(lived.get(1).score())
                .isEqualTo(replay.atOnce(id, facts, begins, LAST).score());
    }

    private static PeerHistory told() {
        PeerWeeks weeks = new PeerWeeks(MODEL);
        Replay alone = new Replay(ENGINE);
        List<Instant> times = PeerWeeks.between(START, LAST);
        for (int account = 0; account < ACCOUNTS; account++) {
            alone.lived("a-" + account, facts(account), times).forEach(look -> weeks.count(look.score()));
        }
        return weeks.told();
    }

    private static long activeDays(Replay replay, int account) {
        Score score = replay.lived("a-" + account, facts(account), List.of(LAST))
                .get(0)
                .score();
        return points(score);
    }

    private static long points(Score score) {
        MeasureScore measure = score.measures().stream()
                .filter(it -> it.measure().equals("active-days"))
                .findFirst()
                .orElseThrow();
        return Objects.requireNonNull(measure.points());
    }

    private static List<Event<?>> facts(int account) {
        List<Row> rows = new ArrayList<>();
        IntStream.range(0, DAYS)
                .filter(day -> day % 28 <= account / 2)
                .forEach(day -> rows.add(row(START.plus(DAY.multipliedBy(day)).plusSeconds(account), day)));
        return FactMaker.facts(MAP, "a-" + account, rows);
    }

    private static Row row(Instant at, int line) {
        return new Row(at, at, "usage.quiz", BigDecimal.ONE, line);
    }

    /** The shipped cards, in which only how often it is used is compared: of that a week is needed before it is known. */
    private static HealthModel relativeActiveDays() {
        String cards = ModelFolder.read("", Optional.empty()).files().content("scorecards.yaml");
        String features = "    curve: { 0: 0, 1: 20, 3: 60, 6: 100 }\n";
        String relative = "    relative: { 0.10: 10, 0.50: 60, 0.90: 100 }\n";
        return ModelFolder.withScorecards("scorecards.yaml", cards.replace(features + relative, features))
                .model();
    }
}
