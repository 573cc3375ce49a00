package io.playcaller.health.engine;

import static io.playcaller.health.engine.Lives.DAYS;
import static io.playcaller.health.engine.Lives.ENGINE;
import static io.playcaller.health.engine.Lives.EVERY;
import static io.playcaller.health.engine.Lives.START;
import static io.playcaller.health.engine.Lives.life;
import static io.playcaller.health.engine.Lives.noDelay;
import static io.playcaller.health.engine.Lives.sameAccount;
import static io.playcaller.health.engine.Lives.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.score.Score;
import io.playcaller.health.engine.state.AccountState;
import io.playcaller.health.engine.state.StateCodec;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The algebra of the engine over random lives: what must hold whatever happens to an account, and in whatever order. */
class AlgebraTest {

    private final StateCodec codec = new StateCodec();

    @Property(tries = 40)
    void contributionsSumExactlyToEveryChange(@ForAll long seed) {
        Story story = told(life(seed), noDelay());

        long last = 0;
        for (HealthChanged change : story.changes()) {
            long previous = change.previousScore() == null ? 0 : change.previousScore();
            assertThat(previous).isEqualTo(last);
            assertThat(sum(change.contributions())).isEqualTo(change.score() - previous);
            last = change.score();
        }
    }

    @Property(tries = 40)
    void weightsOfEveryScoreSumToTheWhole(@ForAll long seed) {
        for (HealthChanged change : told(life(seed), noDelay()).changes()) {
            assertThat(change.measures().stream()
                            .mapToInt(measure -> measure.weight())
                            .sum())
                    .isEqualTo(1_000_000);
        }
    }

    @Property(tries = 40)
    void levelContributionsSumToTheScoreAtAnyTime(@ForAll long seed) {
        Story story = told(life(seed), noDelay());

        for (int day = 20; day < DAYS; day += 7) {
            Score score = story.score(START.plus(Duration.ofDays(day)));
            if (score.score() != null) {
                assertThat(sum(score.contributions())).isEqualTo(score.score());
            }
        }
    }

    @Property(tries = 80)
    void lateAndDisorderedFactsEndInTheSameAccount(@ForAll long seed) {
        List<Event<?>> life = life(seed);
        Story inOrder = told(life, noDelay());

        Random random = new Random(seed);
        Story disordered = told(life, fact -> Duration.ofHours(random.nextInt(24 * 10)));

        sameAccount(inOrder, disordered);
    }

    @Property(tries = 40)
    void factsThatComeBeforeTheirTicksEndInTheSameAccount(@ForAll long seed) {
        List<Event<?>> life = life(seed);
        Story inOrder = told(life, noDelay());

        Random random = new Random(seed);
        Story early = told(life, fact -> Duration.ofMinutes(-random.nextInt(8 * 60)));

        sameAccount(inOrder, early);
    }

    @Property(tries = 12)
    void howOftenTheClockTicksChangesNothing(@ForAll long seed) {
        List<Event<?>> life = life(seed);

        Story rarely = told(new Story(ENGINE, "acme"), life, noDelay(), Duration.ofHours(24));
        Story often = told(new Story(ENGINE, "acme"), life, noDelay(), Duration.ofMinutes(30));

        sameAccount(rarely, often);
    }

    @Property(tries = 40)
    void nothingChangesBeforeTheBoundary(@ForAll long seed) {
        Story story = told(life(seed), noDelay());
        long wait =
                story.state().nextBoundary().toEpochMilli() - story.log().now().toEpochMilli();

        for (long part = 0; part < 4; part++) {
            Score score = story.score(story.log().now().plusMillis((wait - 1) * part / 3));
            assertThat(score.score()).isEqualTo(story.state().score());
        }
    }

    @Property(tries = 40)
    void anOutageWhoseBacklogArrivesEndsInTheSameAccount(@ForAll long seed) {
        List<Event<?>> life = life(seed);
        Story healthy = told(life, noDelay());
        Instant down = START.plus(Duration.ofDays(18 + Math.floorMod(seed, 10)));
        Instant up = down.plus(Duration.ofDays(6));

        Story outage = told(
                new Story(ENGINE, "acme").quietBetween("web", down, up), life, fact -> late(fact, down, up), EVERY);

        sameAccount(healthy, outage);
    }

    /** What the source says while it is down arrives when it is back. */
    private static Duration late(Event<?> fact, Instant down, Instant up) {
        Instant time = fact.envelope().time();
        boolean held = fact.envelope().source().equals("web") && !time.isBefore(down) && time.isBefore(up);
        return held ? Duration.between(time, up) : Duration.ZERO;
    }

    @Property(tries = 40)
    void theSameLogMakesTheSameBytesThroughAnyRestart(@ForAll long seed) {
        List<Event<?>> life = life(seed);
        Story once = told(life, noDelay());

        Story again = told(new Story(ENGINE, "acme").restarting(), life, noDelay(), EVERY);

        assertThat(codec.encode(again.state())).isEqualTo(codec.encode(once.state()));
        assertThat(again.signals()).isEqualTo(once.signals());
        assertThat(again.changes()).isEqualTo(once.changes());
        AccountState decoded = codec.decode(codec.encode(once.state()));
        assertThat(decoded).isEqualTo(once.state());
        assertThat(codec.encode(decoded)).isEqualTo(codec.encode(once.state()));
        assertThat(codec.decodeLog(codec.encode(once.log()))).isEqualTo(once.log());
    }

    @Property(tries = 40)
    void transitionsCountUpAndOpenBeforeTheyClose(@ForAll long seed) {
        Random random = new Random(seed);
        Story story = told(life(seed), fact -> Duration.ofHours(random.nextInt(24 * 10)));

        Map<UUID, SignalChanged> last = new TreeMap<>();
        for (SignalChanged signal : story.signals()) {
            SignalChanged before = last.put(signal.episodeId(), signal);
            assertThat(signal.transition()).isEqualTo(before == null ? 1 : before.transition() + 1);
            boolean wasOpen =
                    before != null && (before.state() == SignalState.OPENED || before.state() == SignalState.UPDATED);
            boolean closes = signal.state() == SignalState.CLEARED || signal.state() == SignalState.UPDATED;
            assertThat(signal.state() == SignalState.OPENED && wasOpen).isFalse();
            assertThat(closes && !wasOpen).isFalse();
        }
    }

    /** But for the one signal that is about it. */
    @Property(tries = 40)
    void whichProductFactsAreAboutChangesNothingElse(@ForAll long seed) {
        Random random = new Random(seed);
        List<Event<?>> life = life(seed);
        List<Event<?>> named = new ArrayList<>();
        life.forEach(
                fact -> named.add(random.nextBoolean() ? FactsOf.about("product-" + random.nextInt(2), fact) : fact));

        assertThat(told(named, noDelay()).signals())
                .filteredOn(signal -> signal.reason() != Reason.EXP_FEATURE_INTEREST)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("productId")
                .isEqualTo(told(life, noDelay()).signals());
    }

    @Property(tries = 40)
    void statesStayWithinTheirBudget(@ForAll long seed) {
        assertThat(codec.encode(told(life(seed), noDelay()).state()).length).isLessThan(4096);
    }

    private static long sum(List<Contribution> contributions) {
        return contributions.stream().mapToLong(Contribution::points).sum();
    }
}
