package io.playcaller.health.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.fact.ChildScoreChanged;
import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.health.DimensionScore;
import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.register.ParentLink;
import io.playcaller.health.engine.model.RollUp;
import io.playcaller.health.engine.score.Score;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Family;
import io.playcaller.health.engine.testing.Models;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How children count for their parent, who counts, and what that says and does not say of the parent. */
class RollUpTest {

    private final FactsOf acme = FactsOf.account("acme");
    private final FactsOf berlin = FactsOf.account("berlin");
    private final FactsOf munich = FactsOf.account("munich");

    @Test
    void theWorstOfTheAccountAndItsChildrenStandsAndSaysWho() {
        Family family = scored(RollUp.WORST);

        HealthChanged change = newest(family, "acme");
        assertThat(change.score()).isEqualTo(30_000);
        assertThat(change.grade()).isEqualTo(Grade.E);
        assertThat(byChildren(change)).singleElement().satisfies(part -> {
            assertThat(part.dimension()).isEqualTo("children");
            assertThat(part.points()).isNegative();
            assertThat(part.evidence()).isEqualTo(change.fact()).isNotNull();
            assertThat(part.sentence())
                    .startsWith("The worst of the account and 2 children stands: berlin has 30; confidence ");
        });
        assertThat(change.dimensions().stream()
                        .mapToLong(DimensionScore::points)
                        .sum())
                .isEqualTo(30_000);
    }

    @Test
    void theMeanGoesByArr() {
        Family family = scored(RollUp.ARR)
                .fact(berlin.contract(Day.at(2, 9), "c-b", Day.MONDAY, 3_000_000, 10, 1))
                .fact(munich.contract(Day.at(2, 9), "c-m", Day.MONDAY, 1_000_000, 10, 1));

        assertThat(family.state("acme").score()).isEqualTo((3 * 30_000 + 70_000) / 4);
    }

    @Test
    void withoutAnyArrAllCountTheSame() {
        Family family = new Family(new HealthEngine(Models.rolling(RollUp.ARR)))
                .tick(Day.start(0))
                .fact(child(berlin, "acme"))
                .fact(child(munich, "acme"))
                .fact(berlin.override(Day.at(0, 9), null, 30_000, Day.start(60)))
                .fact(munich.override(Day.at(0, 9), null, 70_000, Day.start(60)));

        assertThat(family.state("acme").score()).isEqualTo(50_000);
    }

    @Test
    void theScoreOfWhoHoldsTheContractStands() {
        Family family = scored(RollUp.CONTRACT_HOLDER);
        long own = family.state("acme").score();

        family.fact(munich.contract(Day.at(2, 9), "c-m", Day.MONDAY, 1_000_000, 10, 1));
        assertThat(family.state("acme").score()).isEqualTo(70_000).isNotEqualTo(own);

        family.fact(acme.contract(Day.at(2, 10), "c-a", Day.MONDAY, 1_000_000, 10, 1));
        Score score = family.score("acme", family.now());
        assertThat(score.contributions()).extracting(Contribution::cause).doesNotContain(Cause.CHILD);
    }

    @Test
    void aParentWithNothingOfItsOwnHasTheScoreOfItsChildren() {
        Family family = new Family(new HealthEngine(Models.rolling(RollUp.WORST)))
                .tick(Day.start(0))
                .fact(child(berlin, "holding"))
                .fact(berlin.override(Day.at(0, 9), null, 64_700, Day.start(60)));

        HealthChanged change = newest(family, "holding");
        assertThat(change.score()).isEqualTo(64_000);
        assertThat(change.previousScore()).isNull();
        assertThat(change.contributions())
                .singleElement()
                .satisfies(part -> assertThat(part.points()).isEqualTo(64_000));
    }

    @Test
    void whatOneOfOursSaysOfTheParentStandsOverItsChildren() {
        Family family = scored(RollUp.WORST).fact(acme.override(Day.at(2, 9), null, 80_000, Day.start(60)));

        HealthChanged change = newest(family, "acme");
        assertThat(change.score()).isEqualTo(80_000);
        assertThat(change.computed()).isEqualTo(30_000);
        assertThat(change.contributions())
                .singleElement()
                .satisfies(part -> assertThat(part.points()).isEqualTo(50_000));

        family.fact(berlin.override(Day.at(3, 9), null, 20_000, Day.start(60)));
        assertThat(family.state("acme").score()).isEqualTo(80_000);
        assertThat(newest(family, "acme").computed()).isEqualTo(20_000);
    }

    @Test
    void aGrandchildReachesTheTop() {
        Family family = new Family(new HealthEngine(Models.rolling(RollUp.WORST)))
                .tick(Day.start(0))
                .fact(child(munich, "berlin"))
                .fact(child(berlin, "acme"))
                .fact(munich.override(Day.at(0, 9), null, 41_000, Day.start(60)));

        assertThat(family.state("berlin").score()).isEqualTo(41_000);
        assertThat(family.state("acme").score()).isEqualTo(41_000);
    }

    @Test
    void aChildThatMovesCountsForItsNewParentFromThatMidnightOn() {
        Family family = new Family(new HealthEngine(Models.rolling(RollUp.WORST)))
                .tick(Day.start(0))
                .fact(berlin.under(Day.at(0, 1), 1, link("acme", 0, 40), link("globex", 40, null)))
                .fact(berlin.override(Day.at(0, 9), null, 30_000, Day.start(80)))
                .until(Day.start(40).minusMillis(1));
        assertThat(family.state("acme").score()).isEqualTo(30_000);
        assertThat(family.state("globex").score()).isNull();

        family.tick(Day.start(40));

        assertThat(family.state("acme").score()).isNull();
        assertThat(family.state("globex").score()).isEqualTo(30_000);
    }

    @Test
    void aMergedChildIsTakenOutAndComesBack() {
        Family family = scored(RollUp.WORST);

        family.fact(berlin.mergedUnder(Day.at(3, 9), "munich", 2, link("acme", 0, null)));
        assertThat(family.state("acme").score()).isGreaterThan(30_000);
        assertThat(byChildren(newest(family, "acme")))
                .singleElement()
                .satisfies(part -> assertThat(part.points()).isPositive());

        family.fact(berlin.under(Day.at(4, 9), 3, link("acme", 0, null)));
        assertThat(family.state("acme").score()).isEqualTo(30_000);
    }

    @Test
    void inACircleOfParentsNobodyIsCountedUntilItIsBroken() {
        Family family = new Family(new HealthEngine(Models.rolling(RollUp.WORST)))
                .tick(Day.start(0))
                .fact(acme.override(Day.at(0, 9), null, 80_000, Day.start(60)))
                .fact(berlin.override(Day.at(0, 9), null, 30_000, Day.start(60)))
                .fact(child(munich, "acme"))
                .fact(child(berlin, "munich"))
                .fact(child(acme, "berlin"));
        assertThat(family.state("munich").score()).isNull();

        family.fact(acme.under(Day.at(1, 9), 2));

        assertThat(family.state("munich").score()).isEqualTo(30_000);
        assertThat(family.state("berlin").score()).isEqualTo(30_000);
    }

    @Test
    void whatShowsInAChildOpensItsSignalThereAndNoneAtTheParent() {
        Family family = new Family(new HealthEngine(Models.rolling(RollUp.WORST)))
                .tick(Day.start(0))
                .fact(child(berlin, "acme"))
                .fact(berlin.contract(Day.at(0, 2), "c-b", Day.MONDAY, 3_000_000, 10, 1))
                .fact(berlin.override(Day.at(0, 9), null, 20_000, Day.start(60)))
                .until(Day.start(30));

        assertThat(family.state("acme").score()).isEqualTo(20_000);
        assertThat(family.signals().stream()
                        .filter(signal -> signal.state() == SignalState.OPENED)
                        .map(SignalChanged::accountId)
                        .distinct())
                .containsExactly("berlin");
    }

    @Test
    void aMoveWithinAPointIsNotTold() {
        Family family = scored(RollUp.WORST);
        int told = family.told().size();

        family.fact(berlin.override(Day.at(3, 9), null, 30_999, Day.start(60)));
        assertThat(family.told()).hasSize(told);

        family.fact(berlin.override(Day.at(4, 9), null, 31_000, Day.start(60)));
        assertThat(family.told()).hasSize(told + 1);
        assertThat(family.told().get(told))
                .extracting(ChildScoreChanged::childId, ChildScoreChanged::score, ChildScoreChanged::levels)
                .containsExactly("berlin", 31_000L, 1);
    }

    /** As after a switch to a rebuild of which Kafka no longer had the beginning. */
    @Test
    void aChildThatIsMadeOfLessOfTheLogTellsWhatIsNewerThanAllItToldBefore() {
        Family family = scored(RollUp.WORST)
                .fact(berlin.override(Day.at(3, 9), null, 40_000, Day.start(60)))
                .fact(berlin.override(Day.at(4, 9), null, 50_000, Day.start(60)));
        Family rebuilt = new Family(new HealthEngine(Models.rolling(RollUp.WORST)))
                .tick(Day.start(4))
                .fact(child(berlin, "acme"))
                .fact(berlin.override(Day.at(5, 9), null, 60_000, Day.start(60)));

        ChildScoreChanged newest = rebuilt.told().get(rebuilt.told().size() - 1);

        assertThat(newest.score()).isEqualTo(60_000);
        assertThat(family.told())
                .filteredOn(told -> told.childId().equals("berlin"))
                .hasSizeGreaterThan(rebuilt.told().size())
                .allMatch(told -> told.number() < newest.number());
    }

    @Test
    void whereNoCardRollsUpNobodyIsTold() {
        Family family = family(new HealthEngine(Models.oneCard()));

        assertThat(family.told()).isEmpty();
    }

    @Test
    void thePastIsScoredWithTheChildrenOfThen() {
        Family family = scored(RollUp.WORST)
                .until(Day.at(5, 9))
                .fact(berlin.override(Day.at(5, 9), null, 20_000, Day.start(60)))
                .until(Day.at(6, 9));

        assertThat(family.score("acme", Day.at(5, 1)).score()).isEqualTo(30_000);
        assertThat(family.score("acme", Day.at(6, 1)).score()).isEqualTo(20_000);
    }

    @Test
    void beyondTheMostChildrenWhoHoldsLeastArrIsLeftOut() {
        Family family = new Family(new HealthEngine(Models.rolling(RollUp.WORST))).tick(Day.start(0));
        for (int i = 0; i < 70; i++) {
            FactsOf small = FactsOf.account("child-" + i);
            family.fact(child(small, "acme")).fact(small.contract(Day.at(0, 2), "c", Day.MONDAY, 1_000 + i, 1, 1));
        }

        assertThat(family.state("acme").facts().children().byId())
                .hasSize(32)
                .doesNotContainKeys("child-0", "child-37")
                .containsKeys("child-38", "child-69");
    }

    /** A customer that does well, with a child of 30 and one of 70. */
    private Family scored(RollUp rollUp) {
        return family(new HealthEngine(Models.rolling(rollUp)));
    }

    private Family family(HealthEngine engine) {
        Family family = new Family(engine).tick(Day.start(0));
        family.fact(child(berlin, "acme"))
                .fact(child(munich, "acme"))
                .fact(acme.nps(Day.at(0, 9), 10))
                .fact(munich.override(Day.at(1, 9), null, 70_000, Day.start(60)))
                .fact(berlin.override(Day.at(1, 9), null, 30_000, Day.start(60)));
        return family;
    }

    private static Event<?> child(FactsOf account, String parentId) {
        return account.under(Day.at(0, 1), 1, link(parentId, 0, null));
    }

    private static ParentLink link(String parentId, int from, @Nullable Integer until) {
        LocalDate end = until == null ? null : Day.MONDAY.plusDays(until);
        return new ParentLink(parentId, Day.MONDAY.plusDays(from), end);
    }

    private static HealthChanged newest(Family family, String accountId) {
        List<HealthChanged> changes = family.changes(accountId);
        return changes.get(changes.size() - 1);
    }

    private static List<Contribution> byChildren(HealthChanged change) {
        return change.contributions().stream()
                .filter(part -> part.cause() == Cause.CHILD)
                .toList();
    }
}
