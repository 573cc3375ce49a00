package io.playcaller.health.engine;

import static io.playcaller.health.engine.Lives.DAYS;
import static io.playcaller.health.engine.Lives.ENGINE;
import static io.playcaller.health.engine.Lives.EVERY;
import static io.playcaller.health.engine.Lives.START;
import static io.playcaller.health.engine.Lives.life;
import static io.playcaller.health.engine.Lives.noDelay;
import static io.playcaller.health.engine.Lives.sameAccount;
import static io.playcaller.health.engine.Lives.standsTheSame;
import static io.playcaller.health.engine.Lives.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.health.engine.score.Score;
import io.playcaller.health.engine.state.StateCodec;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What must hold of overrides whatever else happens to an account, and in whatever order it is told. */
class OverridesAlgebraTest {

    private final StateCodec codec = new StateCodec();
    private final FactsOf acme = FactsOf.account("acme");

    @Property(tries = 40)
    void contributionsSumExactlyToEveryChangeAndToEveryScore(@ForAll long seed) {
        Story story = told(judged(seed), noDelay());

        for (HealthChanged change : story.changes()) {
            long previous = change.previousScore() == null ? 0 : change.previousScore();
            if (change.confidence() > 0 || !change.contributions().isEmpty()) {
                assertThat(sum(change.contributions())).isEqualTo(change.score() - previous);
            }
        }
        for (int day = 20; day < DAYS; day += 3) {
            Score score = story.score(START.plus(Duration.ofDays(day)));
            if (score.score() != null) {
                assertThat(sum(score.contributions())).isEqualTo(score.score());
                assertThat(score.score()).isBetween(0L, 100_000L);
            }
        }
    }

    @Property(tries = 40)
    void theComputedScoreIsTheOneOfTheLifeThatNobodyJudged(@ForAll long seed) {
        Story judged = told(judged(seed), noDelay());
        Story alone = told(life(seed), noDelay());

        for (int day = 15; day < DAYS + 12; day += 2) {
            Instant at = START.plus(Duration.ofDays(day));
            Score score = judged.score(at);
            Score computed = alone.score(at);
            boolean overridden = score.contributions().stream().anyMatch(part -> part.cause() == Cause.OVERRIDE);
            if (score.computed() != null) {
                assertThat(score.computed()).isEqualTo(computed.score());
            } else if (!overridden) {
                assertThat(score.score()).isEqualTo(computed.score());
            }
            assertThat(score.confidence()).isEqualTo(computed.confidence());
        }
    }

    @Property(tries = 60)
    void lateAndDisorderedOverridesEndInTheSameAccount(@ForAll long seed) {
        List<Event<?>> life = judged(seed);
        Random random = new Random(seed);

        Story disordered = told(life, fact -> Duration.ofHours(random.nextInt(24 * 10)));

        sameAccount(told(life, noDelay()), disordered);
    }

    @Property(tries = 30)
    void whatWasTakenBackIsAsIfNobodyHadSaidIt(@ForAll long seed) {
        Random random = new Random(seed);
        List<Event<?>> mistaken = new ArrayList<>(life(seed));
        for (Event<?> said : Judgements.random(acme, random, DAYS)) {
            mistaken.add(said);
            Instant at = said.envelope().time().plus(Duration.ofHours(random.nextInt(24 * 5)));
            mistaken.add(acme.retracted(at, said));
        }

        standsTheSame(told(life(seed), noDelay()), told(mistaken, fact -> Duration.ofHours(random.nextInt(24 * 5))));
    }

    @Property(tries = 30)
    void theSameLogMakesTheSameBytesThroughAnyRestart(@ForAll long seed) {
        List<Event<?>> life = judged(seed);
        Story once = told(life, noDelay());

        Story again = told(new Story(ENGINE, "acme").restarting(), life, noDelay(), EVERY);

        assertThat(codec.encode(again.state())).isEqualTo(codec.encode(once.state()));
        assertThat(again.signals()).isEqualTo(once.signals());
        assertThat(again.changes()).isEqualTo(once.changes());
    }

    private List<Event<?>> judged(long seed) {
        List<Event<?>> all = new ArrayList<>(life(seed));
        all.addAll(Judgements.random(acme, new Random(seed), DAYS));
        return all;
    }

    private static long sum(List<Contribution> contributions) {
        return contributions.stream().mapToLong(Contribution::points).sum();
    }
}
