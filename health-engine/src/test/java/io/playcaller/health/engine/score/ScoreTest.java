package io.playcaller.health.engine.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.model.MeasureKind;
import io.playcaller.health.engine.model.Scorecard;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Weights, levels and contributions, worked out by hand. */
class ScoreTest {

    private final FactsOf acme = FactsOf.account("acme");
    private final Story story = new Story(new HealthEngine(Models.oneCard()), "acme").tick(Day.start(0));

    @Test
    void aMissingMeasureGivesItsWeightToItsDimensionAndAMissingDimensionToTheOthers() {
        Scorecard card = Models.oneCard().scoring().cards().get(0);
        Weights weights = new Weights(Models.oneCard().scoring());

        int[] effective = weights.effective(card, bit(MeasureKind.CORE_FEATURES) | bit(MeasureKind.NPS));

        assertThat(effective[MeasureKind.CORE_FEATURES.position()]).isEqualTo(666_667);
        assertThat(effective[MeasureKind.NPS.position()]).isEqualTo(333_333);
    }

    @Test
    void theFirstScoreIsMadeOfItsContributions() {
        story.fact(acme.nps(Day.at(0, 9), 7));

        HealthChanged first = story.changes().get(0);
        assertThat(first.previousScore()).isNull();
        assertThat(first.score()).isEqualTo(65_000);
        assertThat(first.grade()).isEqualTo(Grade.B);
        assertThat(plain(first)).containsExactly(new Contribution(Cause.FACT, "support", "nps", 65_000, null));
        assertThat(first.confidence()).isEqualTo(66_667);
    }

    @Test
    void anInputThatComesIsCountedAgainstTheScoreAsItStood() {
        story.fact(acme.used(Day.at(0, 9), "p1", "export")).fact(acme.nps(Day.at(0, 10), 7));

        HealthChanged second = story.changes().get(1);
        assertThat(second.previousScore()).isEqualTo(20_000);
        assertThat(second.score()).isEqualTo(34_999);
        assertThat(plain(second)).containsExactly(new Contribution(Cause.FACT, "support", "nps", 14_999, null));
    }

    @Test
    void aWorseAnswerCarriesItsReason() {
        story.fact(acme.nps(Day.at(0, 9), 9)).fact(acme.nps(Day.at(0, 10), 3));

        assertThat(plain(story.changes().get(1)))
                .containsExactly(new Contribution(Cause.FACT, "support", "nps", -80_000, Reason.SEN_NPS_DETRACTOR));
    }

    @Test
    void aSevereTicketHoldsTheScoreAfterTwoDaysAsAContributionOfItsOwn() {
        story.fact(acme.nps(Day.at(0, 9), 9)).fact(acme.ticket(Day.at(0, 10), "t", TicketSeverity.SEV1, Day.at(0, 10)));
        assertThat(story.state().score()).isEqualTo(100_000);

        story.tick(Day.at(2, 9));
        assertThat(story.state().score()).isEqualTo(100_000);
        story.tick(Day.at(2, 10));

        HealthChanged held = last();
        assertThat(held.score()).isEqualTo(49_999);
        assertThat(held.grade()).isEqualTo(Grade.D);
        assertThat(plain(held))
                .containsExactly(new Contribution(Cause.TIME, "floor", null, -50_001, Reason.SUP_SEVERE_OPEN));
    }

    @Test
    void timeThatPassedIsToldBeforeTheFactThatComesAfterIt() {
        story.fact(acme.used(Day.at(0, 9), "p1", "export")).tick(Day.start(1));

        List<Cause> causes = story.changes().stream()
                .flatMap(change -> change.contributions().stream())
                .map(Contribution::cause)
                .distinct()
                .toList();
        story.tick(Day.start(40)).fact(acme.nps(Day.at(40, 1), 9));

        assertThat(causes).containsExactly(Cause.FACT);
        assertThat(last().contributions()).extracting(Contribution::cause).contains(Cause.FACT);
        assertThat(last().contributions()).extracting(Contribution::cause).doesNotContain(Cause.TIME);
    }

    @Test
    void theScoreOfThePastIsReadAsItStood() {
        story.fact(acme.nps(Day.at(0, 9), 9))
                .tick(Day.start(3))
                .fact(acme.nps(Day.at(3, 9), 3))
                .tick(Day.start(5));

        assertThat(story.score(Day.start(2)).score()).isEqualTo(100_000);
        assertThat(story.score(Day.start(4)).score()).isEqualTo(20_000);
    }

    @Test
    void aFactThatChangesNothingThatCanBeMeasuredChangesNoScore() {
        story.fact(acme.used(Day.at(0, 9), "p1")).fact(acme.used(Day.at(0, 10), "p1"));

        assertThat(story.changes()).hasSize(1);
        assertThat(story.state().factCount()).isEqualTo(2);
    }

    /** Without what explains them, which {@code ExplanationTest} is about. */
    private static List<Contribution> plain(HealthChanged change) {
        return change.contributions().stream()
                .map(it -> new Contribution(it.cause(), it.dimension(), it.measure(), it.points(), it.reason()))
                .toList();
    }

    private HealthChanged last() {
        return story.changes().get(story.changes().size() - 1);
    }

    private static int bit(MeasureKind kind) {
        return 1 << kind.position();
    }
}
