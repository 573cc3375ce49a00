package io.playcaller.health.engine;

import static io.playcaller.health.engine.Lives.DAYS;
import static io.playcaller.health.engine.Lives.ENGINE;
import static io.playcaller.health.engine.Lives.START;
import static io.playcaller.health.engine.Lives.life;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.health.FactRef;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.MeasureScore;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.score.Occasion;
import io.playcaller.health.engine.score.Score;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/**
 * What is announced is what people read: never a point, a percent or a grade behind what the facts make, and at each midnight to
 * the thousandth.
 */
class AnnouncementsTest {

    private static final Duration EVERY = Duration.ofHours(8);

    private interface Delay {
        Duration of(Event<?> fact);
    }

    /** Called after each fact, and after each tick. */
    private interface Watching {
        void sees(Story story, @Nullable Event<?> fact);
    }

    @Property(tries = 30)
    void whatPeopleReadIsNeverStale(@ForAll long seed) {
        lived(seed, disorder(seed), (story, fact) -> {
            Score exact = story.score();
            assertThat(points(story.state().score())).isEqualTo(points(exact.score()));
            assertThat(story.state().grade()).isEqualTo(exact.grade());
            if (exact.score() != null) {
                assertThat(story.state().confidence() / 10_000).isEqualTo(exact.confidence() / 10_000);
                assertThat(points(story.state().adoptionIndex())).isEqualTo(points(exact.adoptionIndex()));
                assertThat(story.state().standing().said().profile()).isEqualTo(exact.profile());
            }
        });
    }

    @Property(tries = 30)
    void atMidnightEverythingIsSaid(@ForAll long seed) {
        lived(seed, disorder(seed), (story, fact) -> {
            Instant now = story.log().now();
            if (fact == null && now.equals(Instant.ofEpochMilli(Days.start(Days.of(now.toEpochMilli()))))) {
                assertThat(story.state().score()).isEqualTo(story.score().score());
                assertThat(story.state().standing().said().readings().unsaid().levels())
                        .isNull();
            }
        });
    }

    /** One begins where the one before ended, and its parts are what lies between. */
    @Property(tries = 30)
    void contributionsSumToTheWayFromOneAnnouncementToTheNext(@ForAll long seed) {
        long last = 0;
        for (HealthChanged change :
                lived(seed, disorder(seed), (story, fact) -> {}).changes()) {
            long previous = change.previousScore() == null ? 0 : change.previousScore();
            assertThat(previous).isEqualTo(last);
            assertThat(change.contributions().stream()
                            .mapToLong(Contribution::points)
                            .sum())
                    .isEqualTo(change.score() - previous);
            boolean gone = change.dimensions().isEmpty();
            last = gone ? 0 : change.score();
        }
    }

    /** What facts did is never time's, and names one that came since the last announcement. */
    @Property(tries = 30)
    void factsAreNamedByWhatTheyDidSinceTheLastAnnouncement(@ForAll long seed) {
        Set<FactRef> since = new HashSet<>();
        int[] said = new int[1];
        lived(seed, disorder(seed), (story, fact) -> {
            if (fact != null) {
                since.add(Occasion.fact(fact.envelope()));
            }
            boolean announced = story.changes().size() > said[0];
            for (HealthChanged change :
                    story.changes().subList(said[0], story.changes().size())) {
                for (Contribution part : change.contributions()) {
                    boolean byFact = part.cause() == Cause.FACT;
                    assertThat(!byFact || since.contains(part.evidence()))
                            .as("%s", part)
                            .isTrue();
                }
            }
            said[0] = story.changes().size();
            if (announced) {
                since.clear();
                // A fact before which time was told may be what is not said yet.
                Stream.ofNullable(fact)
                        .map(one -> Occasion.fact(one.envelope()))
                        .forEach(since::add);
            }
        });
    }

    @Property(tries = 30)
    void aTickThatIsNoMidnightSaysNothingWherePeopleReadTheSame(@ForAll long seed) {
        Object[] read = new Object[1];
        int[] said = new int[1];
        Map<String, Long> byHand = new TreeMap<>();
        lived(seed, disorder(seed), (story, fact) -> {
            Instant now = story.log().now();
            boolean midnight = fact == null && now.toEpochMilli() == Days.start(Days.of(now.toEpochMilli()));
            List<HealthChanged> news =
                    story.changes().subList(said[0], story.changes().size());
            for (HealthChanged change : news) {
                Object reads = reads(change, byHand);
                assertThat(midnight || !reads.equals(read[0])).as("%s", change).isTrue();
                read[0] = reads;
            }
            said[0] = story.changes().size();
        });
    }

    /** A floor held the score with an override and without, which thereby did nothing any more. */
    @Example
    void alsoWhenAFloorHoldsWhatIsOverridden() {
        aTickThatIsNoMidnightSaysNothingWherePeopleReadTheSame(7_453_970);
    }

    /** @param byHand what each override did to the score, over all changes so far */
    private static Object reads(HealthChanged change, Map<String, Long> byHand) {
        boolean floored =
                change.dimensions().stream().anyMatch(it -> it.dimension().equals("floor"));
        return List.of(
                change.score() / 1_000,
                change.grade(),
                change.confidence() / 10_000,
                String.valueOf(points(change.adoptionIndex())),
                change.profile(),
                floored,
                change.milestones(),
                change.frozen(),
                String.valueOf(change.lastTouchAt()),
                String.valueOf(change.severeSince()),
                String.valueOf(change.computed() == null ? null : change.computed() / 1_000),
                overrides(change, byHand));
    }

    /** Which there are, which of them do anything, and what each does to the score. */
    private static Object overrides(HealthChanged change, Map<String, Long> byHand) {
        if (change.dimensions().isEmpty()) {
            byHand.clear();
        }
        change.contributions().stream()
                .filter(part -> part.cause() == Cause.OVERRIDE)
                .forEach(part -> byHand.merge(part.dimension() + "/" + part.measure(), part.points(), Long::sum));
        byHand.values().removeIf(points -> points == 0);
        Map<String, Long> read = new TreeMap<>(byHand);
        read.replaceAll((target, points) -> points(points));
        List<String> which = change.measures().stream()
                .map(MeasureScore::sentence)
                .filter(sentence -> sentence.contains(" by hand until "))
                .map(sentence -> sentence.substring(sentence.lastIndexOf('(')))
                .toList();
        return List.of(read, which);
    }

    private static @Nullable Long points(@Nullable Long score) {
        return score == null ? null : (Long) Math.floorDiv(score, 1_000L);
    }

    private static Delay disorder(long seed) {
        Random random = new Random(seed);
        boolean late = random.nextBoolean();
        return fact -> late ? Duration.ofHours(random.nextInt(24 * 10)) : Duration.ZERO;
    }

    private static Story lived(long seed, Delay delay, Watching watching) {
        record Delivery(Instant at, Event<?> fact) {}
        Random random = new Random(seed);
        List<Event<?>> life = new ArrayList<>(life(seed));
        if (random.nextBoolean()) {
            life.addAll(Judgements.random(FactsOf.account("acme"), random, DAYS));
        }
        List<Delivery> deliveries = new ArrayList<>();
        life.forEach(fact -> deliveries.add(new Delivery(fact.envelope().time().plus(delay.of(fact)), fact)));
        deliveries.sort(Comparator.comparing(Delivery::at));
        Story story = new Story(ENGINE, "acme").tick(START);
        int next = 0;
        Instant end = START.plus(Duration.ofDays(DAYS + 12));
        for (Instant tick = START.plus(EVERY); !tick.isAfter(end); tick = tick.plus(EVERY)) {
            while (next < deliveries.size() && deliveries.get(next).at().isBefore(tick)) {
                Event<?> fact = deliveries.get(next++).fact();
                story.fact(fact);
                watching.sees(story, fact);
            }
            story.tick(tick);
            watching.sees(story, null);
        }
        return story.lookedAt();
    }
}
