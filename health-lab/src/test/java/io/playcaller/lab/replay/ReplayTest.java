package io.playcaller.lab.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.model.in.ModelFolder;
import io.playcaller.lab.facts.FactMaker;
import io.playcaller.lab.facts.FactMap;
import io.playcaller.lab.facts.FactMapFile;
import io.playcaller.lab.rows.Row;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final int DAYS = 200;
    private static final FactMap MAP = FactMapFile.shipped();
    private static final List<String> TYPES = List.of(
            "usage.quiz",
            "usage.forum",
            "usage.report",
            "usage.export",
            "assessment.submitted",
            "ticket.urgent",
            "ticket.low",
            "touch",
            "nps",
            "csat");

    private final Replay replay =
            new Replay(new HealthEngine(ModelFolder.read("", Optional.empty()).model()));

    /** Incremental is batch: what a life that led there says is what all of it at once says, to the bit. */
    @Property(tries = 25)
    void aScoreDoesNotDependOnHowOftenItWasAskedForBefore(@ForAll long seed) {
        List<Event<?>> facts = FactMaker.facts(MAP, "acme", rows(new Random(seed)));
        List<Instant> times = IntStream.rangeClosed(1, 6)
                .mapToObj(i -> START.plus(Duration.ofHours(801L * i)))
                .toList();

        List<Look> lived = replay.lived("acme", facts, times);

        Instant begins = Replay.begins(facts, times.get(0));
        for (int i = 0; i < times.size(); i++) {
            assertThat(lived.get(i).score())
                    .isEqualTo(
                            replay.atOnce("acme", facts, begins, times.get(i)).score());
        }
    }

    @Test
    void nothingThatComesLaterIsKnown() {
        List<Event<?>> facts = FactMaker.facts(MAP, "acme", rows(new Random(5)));
        Instant at = START.plus(Duration.ofDays(100));
        List<Event<?>> before = facts.stream()
                .filter(fact -> fact.envelope().time().isBefore(at))
                .toList();

        assertThat(before).hasSizeLessThan(facts.size());
        assertThat(replay.lived("acme", facts, List.of(at))).isEqualTo(replay.lived("acme", before, List.of(at)));
    }

    @Test
    void anAccountOfWhichNothingIsKnownHasNoScore() {
        assertThat(replay.lived("acme", List.of(), List.of(START))
                        .get(0)
                        .score()
                        .score())
                .isNull();
    }

    private static List<Row> rows(Random random) {
        List<Row> rows = new ArrayList<>();
        double busy = random.nextDouble() * 3;
        int stops = random.nextInt(DAYS * 2);
        rows.add(row(random, random.nextInt(30), "contract", 100L * random.nextInt(2_000)));
        for (int due = 20; due < DAYS; due += 10 + random.nextInt(40)) {
            rows.add(row(random, due, "assessment.due", 0));
        }
        for (int day = 0; day < Math.min(DAYS, stops); day++) {
            for (int i = 0; i < busy * random.nextDouble(); i++) {
                String type = TYPES.get(random.nextInt(TYPES.size()));
                rows.add(row(random, day, type, 1 + random.nextInt(5)));
            }
        }
        rows.sort(Comparator.comparing(Row::at));
        return rows;
    }

    private static Row row(Random random, int day, String type, long value) {
        Instant at = START.plus(Duration.ofDays(day)).plusMillis(random.nextInt(86_400_000));
        return new Row(at, at, type, BigDecimal.valueOf(value), random.nextInt(1_000_000));
    }
}
