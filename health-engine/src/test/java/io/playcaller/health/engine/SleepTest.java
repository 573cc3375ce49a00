package io.playcaller.health.engine;

import static io.playcaller.health.engine.Lives.DAYS;
import static io.playcaller.health.engine.Lives.ENGINE;
import static io.playcaller.health.engine.Lives.START;
import static io.playcaller.health.engine.Lives.life;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.health.engine.state.AccountState;
import io.playcaller.health.engine.state.StateCodec;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Story;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * An account that sleeps until its boundary is the one that is looked at whenever the log's clock moves: it says the same at
 * the same ticks, under the same ids, and whenever it is {@linkplain HealthEngine#upTo brought up to} a tick its bytes are the
 * same. What a sleeping state does not have until then is what looking at it adds: the points of its track, the base that
 * moves with the days, rings that have rolled on, and what is forgotten because it is long done.
 */
class SleepTest {

    /** So long after its last fact that answers are stale, windows empty and tickets forgotten. */
    private static final int QUIET_DAYS = 150;

    private final FactsOf acme = FactsOf.account("acme");
    private final StateCodec codec = new StateCodec();

    @Property(tries = 30)
    void aSleepingAccountIsTheOneThatIsLookedAtAtEveryTick(@ForAll long seed) {
        compare(life(seed), fact -> Duration.ZERO, Duration.ofHours(8), story -> story);
    }

    @Property(tries = 30)
    void alsoWhenFactsAreLateOrAheadAndTicksAreOdd(@ForAll long seed) {
        Random random = new Random(seed);
        Duration every = Duration.ofMinutes(60 + random.nextInt(20 * 60));
        compare(life(seed), fact -> Duration.ofHours(random.nextInt(24 * 12) - 24), every, story -> story);
    }

    /** A use came late, a milestone was due on the same day, and the midnight after took what the use had brought. */
    @Test
    void whatAFactBroughtAndTheNightTookIsNotSaidDaysLater() {
        alsoWhenFactsAreLateOrAheadAndTicksAreOdd(358);
    }

    @Property(tries = 30)
    void alsoWhenFactsAreTakenBackLongAfter(@ForAll long seed) {
        Random random = new Random(seed);
        List<Event<?>> all = new ArrayList<>(life(seed));
        for (Event<?> fact : life(seed)) {
            if (fact.envelope().source().equals("web") && random.nextInt(8) == 0) {
                Instant said = fact.envelope().time().plus(Duration.ofHours(random.nextInt(24 * 60)));
                all.add(acme.retracted(said, fact));
            }
        }
        LocalDate from = LocalDate.ofInstant(START, ZoneOffset.UTC).plusDays(random.nextInt(DAYS));
        all.add(acme.withdrawn(START.plus(Duration.ofDays(DAYS + random.nextInt(30))), from, from.plusDays(3)));
        compare(all, fact -> Duration.ZERO, Duration.ofHours(8), story -> story);
    }

    @Property(tries = 30)
    void alsoWhenItsSourcesGoQuietAndComeBack(@ForAll long seed) {
        Random random = new Random(seed);
        Instant down = START.plus(Duration.ofHours(random.nextInt(24 * (DAYS + 60))));
        Instant up = down.plus(Duration.ofHours(1 + random.nextInt(24 * 40)));
        compare(life(seed), fact -> Duration.ZERO, Duration.ofHours(6), story -> story.quietBetween("web", down, up));
    }

    @Property(tries = 30)
    void alsoWhenALongSleepEndsWithAFact(@ForAll long seed) {
        Random random = new Random(seed);
        List<Event<?>> all = new ArrayList<>(life(seed));
        for (int i = 0; i < 6; i++) {
            Instant at = START.plus(Duration.ofHours(24L * DAYS + random.nextInt(24 * 90)));
            all.add(random.nextBoolean() ? acme.used(at, "p-" + i) : acme.nps(at, random.nextInt(11)));
            all.add(acme.viewed(at, "p-1"));
        }
        compare(all, fact -> Duration.ofHours(random.nextInt(24 * 5)), Duration.ofHours(8), story -> story);
    }

    /** It hears of no use and was never fed by the source, yet whether the silence is told depends on that source. */
    @Property(tries = 20)
    void alsoWhenASourceThatNeverFedItGoesQuietAndComesBack(@ForAll long seed) {
        Random random = new Random(seed);
        Instant down = START.plus(Duration.ofHours(random.nextInt(24 * 60)));
        Instant up = down.plus(Duration.ofHours(1 + random.nextInt(24 * 40)));
        List<Event<?>> contractAlone = List.of(
                acme.account(START, "Acme"),
                acme.contract(START, "c", LocalDate.ofInstant(START, ZoneOffset.UTC), 5_000_000, 20, 1));
        compare(
                contractAlone,
                fact -> Duration.ZERO,
                Duration.ofHours(6),
                story -> story.quietBetween("web", down, up));
    }

    @Property(tries = 30)
    void alsoWhenPeopleOverrideItsScore(@ForAll long seed) {
        Random random = new Random(seed);
        List<Event<?>> all = new ArrayList<>(life(seed));
        all.addAll(Judgements.random(acme, random, DAYS + 60));
        compare(all, fact -> Duration.ofHours(random.nextInt(24 * 5) - 12), Duration.ofHours(8), story -> story);
    }

    @Property(tries = 20)
    void alsoWhenItsUseIsOfProducts(@ForAll long seed) {
        Random random = new Random(seed);
        int products = 1 + random.nextInt(12);
        List<Event<?>> named = new ArrayList<>();
        life(seed).forEach(fact -> named.add(FactsOf.about("product-" + random.nextInt(products), fact)));
        compare(named, fact -> Duration.ofHours(random.nextInt(24 * 5)), Duration.ofHours(8), story -> story);
    }

    @Test
    void anAccountOfWhichNothingMovesSleepsForAtMostTwentySevenDays() {
        Story story = new Story(ENGINE, "acme").tick(START).fact(acme.account(START, "Acme"));
        int woken = 0;
        for (int day = 1; day <= 270; day++) {
            AccountState before = story.state();
            story.tick(START.plus(Duration.ofDays(day)));
            woken += story.state().equals(before) ? 0 : 1;
        }

        assertThat(woken).isBetween(10, 14);
    }

    /** Before accounts slept, every midnight woke every account; what is left is printed. */
    @Test
    void aMidnightWakesAlmostOnlyWhoHasSomethingToSay() {
        int lives = 20;
        int woken = 0;
        int said = 0;
        for (long seed = 0; seed < lives; seed++) {
            Story story = new Story(ENGINE, "acme-" + seed);
            List<Event<?>> life = life(seed);
            int next = 0;
            for (int day = 0; day <= DAYS + 62; day++) {
                Instant midnight = START.plus(Duration.ofDays(day));
                while (next < life.size() && life.get(next).envelope().time().isBefore(midnight)) {
                    story.fact(life.get(next++));
                }
                AccountState before = story.state();
                int saidBefore = story.changes().size() + story.signals().size();
                story.tick(midnight);
                boolean idle = day > DAYS + 2;
                woken += idle && !story.state().equals(before) ? 1 : 0;
                said += idle && story.changes().size() + story.signals().size() > saidBefore ? 1 : 0;
            }
        }

        System.out.printf("of %d idle midnights %d woke, %d said something%n", lives * 60, woken, said);
        assertThat(woken - said).isLessThan(lives * 3);
    }

    private static Instant midnightAfter(Instant tick) {
        return tick.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
    }

    private interface Delay {
        Duration of(Event<?> fact);
    }

    private interface Circumstance {
        Story of(Story story);
    }

    private void compare(List<Event<?>> life, Delay delay, Duration every, Circumstance circumstance) {
        record Delivery(Instant at, Event<?> fact) {}
        List<Delivery> deliveries = new ArrayList<>();
        life.forEach(fact -> deliveries.add(new Delivery(fact.envelope().time().plus(delay.of(fact)), fact)));
        deliveries.sort(Comparator.comparing(Delivery::at));
        Story asleep = circumstance.of(new Story(ENGINE, "acme"));
        Story awake = circumstance.of(new Story(ENGINE, "acme").sleepless());
        int next = 0;
        Instant end = START.plus(Duration.ofDays(DAYS + QUIET_DAYS));
        for (Instant tick = START.plus(every); tick.isBefore(end); tick = tick.plus(every)) {
            while (next < deliveries.size() && deliveries.get(next).at().isBefore(tick)) {
                Event<?> fact = deliveries.get(next++).fact();
                asleep.fact(fact);
                awake.fact(fact);
            }
            asleep.tick(tick);
            awake.tick(tick);
            assertThat(asleep.signals().size())
                    .as("signals by %s", tick)
                    .isEqualTo(awake.signals().size());
            assertThat(asleep.changes().size())
                    .as("changes by %s", tick)
                    .isEqualTo(awake.changes().size());
            if (asleep.state().standing().said().waits()) {
                assertThat(asleep.state().nextBoundary()).isBeforeOrEqualTo(midnightAfter(tick));
            }
            Step looked = ENGINE.upTo(asleep.state(), asleep.log());
            assertThat(looked.changes()).isEmpty();
            assertThat(looked.signals()).isEmpty();
            assertThat(codec.encode(looked.state())).as("bytes at %s", tick).isEqualTo(codec.encode(awake.state()));
        }
        assertThat(asleep.signals()).isEqualTo(awake.signals());
        assertThat(asleep.changes()).isEqualTo(awake.changes());
    }
}
