package io.playcaller.health.engine;

import static io.playcaller.health.engine.Lives.DAYS;
import static io.playcaller.health.engine.Lives.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.health.DimensionScore;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.register.ParentLink;
import io.playcaller.health.engine.model.RollUp;
import io.playcaller.health.engine.score.Score;
import io.playcaller.health.engine.state.AccountState;
import io.playcaller.health.engine.state.StateCodec;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Family;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.RandomLife;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** What must hold of families whatever happens to their members: they move, are judged, and go in circles. */
class RollUpAlgebraTest {

    private static final List<String> MEMBERS = List.of("a", "b", "c", "d");
    private static final Instant END = START.plus(Duration.ofDays(DAYS + 40));

    private final StateCodec codec = new StateCodec();

    @Property(tries = 20)
    void contributionsSumExactlyToEveryChangeAndEveryScore(@ForAll long seed) {
        Family family = lived(family(seed), seed);

        for (String member : MEMBERS) {
            for (HealthChanged change : family.changes(member)) {
                long previous = change.previousScore() == null ? 0 : change.previousScore();
                if (change.confidence() > 0 || !change.contributions().isEmpty()) {
                    assertThat(sum(change.contributions())).isEqualTo(change.score() - previous);
                    assertThat(sumOf(change.dimensions())).isEqualTo(change.score());
                }
            }
            Score score = family.score(member, family.now());
            assertThat(points(score.score()))
                    .as("what is said of %s; less than a point is said with the next midnight", member)
                    .isEqualTo(points(family.state(member).score()));
            if (score.score() != null) {
                assertThat(score.score()).isBetween(0L, 100_000L);
                assertThat(sum(score.contributions())).isEqualTo(score.score());
                assertThat(sumOf(score.dimensions())).isEqualTo(score.score());
            }
        }
    }

    /** A child loses a point at the very last midnight, after its parent was looked at. */
    @Example
    void alsoWhenAChildMovesLast() {
        contributionsSumExactlyToEveryChangeAndEveryScore(-45_095);
    }

    @Property(tries = 15)
    void aSleepingFamilyIsTheOneThatIsLookedAtAtEveryTick(@ForAll long seed) {
        Family sleeping = lived(family(seed), seed);
        Family sleepless = lived(family(seed).sleepless(), seed);

        assertThat(sleeping.changes()).isEqualTo(sleepless.changes());
        assertThat(sleeping.told()).isEqualTo(sleepless.told());
        assertThat(sleeping.signals()).isEqualTo(sleepless.signals());
    }

    @Property(tries = 15)
    void theSameLogMakesTheSameBytesThroughAnyRestart(@ForAll long seed) {
        Family once = lived(family(seed), seed);
        Family again = lived(family(seed).restarting(), seed);

        for (String member : MEMBERS) {
            assertThat(codec.encode(again.state(member))).isEqualTo(codec.encode(once.state(member)));
            assertThat(codec.decode(codec.encode(once.state(member)))).isEqualTo(once.state(member));
        }
        assertThat(again.told()).isEqualTo(once.told());
        assertThat(again.changes()).isEqualTo(once.changes());
    }

    /** Whatever a parent is told, late, twice and out of order, ends in the same children and the same score. */
    @Property(tries = 20)
    void inWhateverOrderAParentIsToldItStandsTheSame(@ForAll long seed) {
        Random random = new Random(seed);
        Family inOrder = lived(family(seed), facts(seed, true));
        Family disordered = family(seed).holdingBack();
        int next = 0;
        List<Event<?>> facts = facts(seed, true);
        for (Event<?> fact : facts) {
            disordered.fact(fact);
            if (++next % 40 == 0) {
                disordered.deliver(random);
            }
        }
        disordered.deliver(random).until(END).deliver(random);

        inOrder.lookedAt();
        disordered.lookedAt();
        AccountState one = inOrder.state("a");
        AccountState other = disordered.state("a");
        assertThat(codec.encodeFacts(other)).isEqualTo(codec.encodeFacts(one));
        assertThat(disordered.score("a", END)).isEqualTo(inOrder.score("a", END));
        assertThat(points(other.score())).isEqualTo(points(one.score()));
    }

    /** Of what is said of an account whole points do not depend on the order until the next midnight. */
    private static @Nullable Long points(@Nullable Long score) {
        return score == null ? null : (Long) Math.floorDiv(score, 1_000L);
    }

    private static Family family(long seed) {
        RollUp[] rollUps = {RollUp.WORST, RollUp.ARR, RollUp.CONTRACT_HOLDER};
        RollUp rollUp = rollUps[Math.floorMod(seed, rollUps.length)];
        return new Family(new HealthEngine(Models.rolling(rollUp))).tick(START);
    }

    private static Family lived(Family family, long seed) {
        return lived(family, facts(seed, false));
    }

    private static Family lived(Family family, List<Event<?>> facts) {
        return family.facts(facts).until(END);
    }

    /** The lives of all members, in the order of their times. */
    private static List<Event<?>> facts(long seed, boolean oneLevel) {
        Random random = new Random(seed);
        List<Event<?>> all = new ArrayList<>();
        for (String member : MEMBERS) {
            all.addAll(new RandomLife(random.nextLong(), member, START, DAYS).facts());
            FactsOf account = FactsOf.account(member);
            for (int version = 100; version < 104; version++) {
                Instant at = START.plus(Duration.ofMinutes(random.nextInt(60 * 24 * DAYS)));
                String parent = oneLevel ? "a" : MEMBERS.get(random.nextInt(MEMBERS.size()));
                boolean alone = oneLevel ? member.equals("a") || random.nextInt(5) == 0 : random.nextInt(4) == 0;
                all.add(account.under(at, version, alone ? new ParentLink[0] : links(random, parent)));
            }
            if (random.nextBoolean()) {
                Instant at = START.plus(Duration.ofHours(random.nextInt(24 * DAYS)));
                all.add(account.override(at, null, random.nextInt(100) * 1_000L, at.plus(Duration.ofDays(20))));
            }
        }
        all.sort(Comparator.comparing((Event<?> fact) -> fact.envelope().time())
                .thenComparing(fact -> fact.envelope().id()));
        return all;
    }

    private static ParentLink[] links(Random random, String parent) {
        LocalDate from = LocalDate.ofInstant(START, ZoneOffset.UTC).plusDays(random.nextInt(DAYS));
        LocalDate until = random.nextBoolean() ? null : from.plusDays(1 + random.nextInt(40));
        return new ParentLink[] {new ParentLink(parent, from, until)};
    }

    private static long sum(List<Contribution> contributions) {
        return contributions.stream().mapToLong(Contribution::points).sum();
    }

    private static long sumOf(List<DimensionScore> dimensions) {
        return dimensions.stream().mapToLong(DimensionScore::points).sum();
    }
}
