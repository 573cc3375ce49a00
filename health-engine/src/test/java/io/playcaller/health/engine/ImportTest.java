package io.playcaller.health.engine;

import static io.playcaller.health.engine.Lives.unread;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.FactOrigin;
import io.playcaller.health.engine.episode.Episode;
import io.playcaller.health.engine.state.StateCodec;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.RandomLife;
import io.playcaller.health.engine.testing.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** An import ends in the same account in whatever order its rows come, and wherever the clock ticks between them. */
class ImportTest {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final int DAYS = 50;
    private static final Duration EVERY = Duration.ofHours(8);
    private static final int PARTS = 7;
    private static final String RUN = "run-1";

    private final HealthEngine engine = new HealthEngine(Models.defaults());
    private final StateCodec codec = new StateCodec();

    @Property(tries = 60)
    void theHistoryOfANewAccountMayComeInAnyOrder(@ForAll long seed) {
        Random random = new Random(seed);
        List<Event<?>> rows = new RandomLife(seed, "acme", START, DAYS).facts();

        Story atOnce = imported(new Story(engine, "acme"), atOnce(rows, random));
        Story inParts = imported(new Story(engine, "acme"), parts(rows, random));

        assertThat(inParts.signals()).isEqualTo(atOnce.signals());
        assertThat(codec.encode(unread(inParts.state()))).isEqualTo(codec.encode(unread(atOnce.state())));
    }

    @Property(tries = 60)
    void whatAnAccountInUseLacksMayComeInAnyOrder(@ForAll long seed) {
        Random random = new Random(seed);
        List<Event<?>> live = new ArrayList<>();
        List<Event<?>> rows = new ArrayList<>();
        new RandomLife(seed, "acme", START, DAYS)
                .facts()
                .forEach(fact -> (random.nextBoolean() ? live : rows).add(fact));

        Story atOnce = imported(lived(live), atOnce(rows, random));
        Story inParts = imported(lived(live), parts(rows, random));

        assertThat(codec.encodeFacts(inParts.state())).isEqualTo(codec.encodeFacts(atOnce.state()));
        assertThat(open(inParts)).isEqualTo(open(atOnce));
        assertThat(inParts.state().standing().watch().track())
                .isEqualTo(atOnce.state().standing().watch().track());
        assertThat(inParts.state().standing().watch().base())
                .isEqualTo(atOnce.state().standing().watch().base());
    }

    /** Told as it happens, between ticks. */
    private Story lived(List<Event<?>> life) {
        Story story = new Story(engine, "acme");
        int next = 0;
        for (Instant tick = START; !tick.isAfter(START.plus(Duration.ofDays(DAYS))); tick = tick.plus(EVERY)) {
            while (next < life.size() && life.get(next).envelope().time().isBefore(tick)) {
                story.fact(life.get(next++));
            }
            story.tick(tick);
        }
        return story.facts(life.subList(next, life.size()));
    }

    /** One part of the rows after each tick; the import ends some days after it began. */
    private static Story imported(Story story, List<List<Event<?>>> parts) {
        Instant begin = START.plus(Duration.ofDays(DAYS));
        story.tick(begin).backfillStarts(RUN);
        for (int part = 0; part < PARTS; part++) {
            parts.get(part).forEach(row -> story.fact(history(row)));
            story.tick(begin.plus(EVERY.multipliedBy(part + 1L)));
        }
        return story.backfillEnds(RUN);
    }

    private static List<List<Event<?>>> atOnce(List<Event<?>> rows, Random random) {
        List<List<Event<?>>> parts = empty();
        parts.set(random.nextInt(PARTS), rows);
        return parts;
    }

    private static List<List<Event<?>>> parts(List<Event<?>> rows, Random random) {
        List<Event<?>> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        List<List<Event<?>>> parts = empty();
        shuffled.forEach(row -> parts.get(random.nextInt(PARTS)).add(row));
        return parts;
    }

    private static List<List<Event<?>>> empty() {
        return new ArrayList<>(Stream.generate(() -> (List<Event<?>>) new ArrayList<Event<?>>())
                .limit(PARTS)
                .toList());
    }

    private static Event<?> history(Event<?> fact) {
        return Event.of(fact.envelope().as(FactOrigin.BASELINE), fact.data());
    }

    private static Set<UUID> open(Story story) {
        return story.state().openEpisodes().stream().map(Episode::episodeId).collect(Collectors.toSet());
    }
}
