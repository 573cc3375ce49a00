package io.playcaller.health.engine.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.MeasureScore;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import org.junit.jupiter.api.Test;

/** How well what was due came. Day 0 is a Monday. */
class MilestoneValueTest {

    private final FactsOf acme = FactsOf.account("acme");
    private final Story story = new Story(new HealthEngine(Models.oneCard()), "acme").tick(Day.start(0));

    @Test
    void whatDidNotComeCountsAsNothingOnceItWasDue() {
        story.fact(acme.valued(Day.at(0, 9), "training", Day.at(10, 0), 80))
                .fact(acme.valued(Day.at(0, 9), "roll-out", Day.at(5, 12), 0));

        is(80_000, "1 valued milestone of 365 days stands at 80%");
        story.tick(Day.at(5, 11));
        is(80_000, "1 valued milestone of 365 days stands at 80%");
        story.tick(Day.at(5, 12));
        is(40_000, "2 valued milestones of 365 days stand at 40% on average");
        assertThat(value().points()).isEqualTo(20_000);
    }

    @Test
    void whatNobodyValuesOrKnowsYetSaysNothing() {
        story.fact(acme.planned(Day.at(0, 9), "kickoff", Day.at(1, 0)))
                .fact(acme.valued(Day.at(0, 9), "training", Day.at(2, 0), 0))
                .fact(acme.reached(Day.at(1, 9), "training", Day.at(2, 0)))
                .tick(Day.start(4));

        assertThat(value().value()).isNull();
        assertThat(value().sentence()).isEqualTo("No milestone with a value was due in 365 days");
        story.fact(acme.valued(Day.at(4, 9), "training", Day.at(2, 0), 60));
        is(60_000, "1 valued milestone of 365 days stands at 60%");
    }

    @Test
    void aYearLaterItSaysNothing() {
        story.fact(acme.valued(Day.at(0, 9), "training", Day.at(10, 0), 80)).tick(Day.at(365, 23));
        is(80_000, "1 valued milestone of 365 days stands at 80%");

        assertThat(story.tick(Day.start(366)).measure("milestone-value").value())
                .isNull();
    }

    @Test
    void anAccountWithoutValuesIsScoredAndKnownAsIfThereWereNone() {
        story.fact(acme.nps(Day.at(0, 9), 7));

        assertThat(story.score().score()).isEqualTo(65_000);
        assertThat(story.score().confidence()).isEqualTo(66_667);
    }

    /** Of 97 that are known NPS weighs 20, missed ⅔ and objective ⅓ of 10, value 67: (20 × 65 + 10 × 73.3 + 67 × 20) ÷ 97. */
    @Test
    void aValueThatComesWeighsAndCarriesItsReason() {
        story.fact(acme.nps(Day.at(0, 9), 7)).fact(acme.valued(Day.at(0, 10), "training", Day.at(10, 0), 40));

        HealthChanged change = story.changes().get(1);
        assertThat(change.score()).isEqualTo(34_776);
        assertThat(change.contributions())
                .filteredOn(contribution -> "milestone-value".equals(contribution.measure()))
                .singleElement()
                .satisfies(contribution -> {
                    assertThat(contribution.points()).isNegative();
                    assertThat(contribution.reason()).isEqualTo(Reason.ONB_MILESTONE_MISSED);
                });
    }

    @Test
    void howWellItCameIsKnownFromWhenItWasTold() {
        story.fact(acme.valued(Day.at(0, 9), "training", Day.at(1, 0), 0))
                .tick(Day.start(3))
                .fact(acme.valued(Day.at(3, 9), "training", Day.at(1, 0), 90))
                .tick(Day.start(5));

        assertThat(story.score(Day.start(2)).measures())
                .filteredOn(measure -> measure.measure().equals("milestone-value"))
                .extracting(MeasureScore::value)
                .containsExactly(0L);
        is(90_000, "1 valued milestone of 365 days stands at 90%");
    }

    private void is(long value, String sentence) {
        assertThat(value().value()).isEqualTo(value);
        assertThat(value().sentence()).isEqualTo(sentence);
    }

    private MeasureScore value() {
        return story.measure("milestone-value");
    }
}
