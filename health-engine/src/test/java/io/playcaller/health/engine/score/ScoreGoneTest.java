package io.playcaller.health.engine.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.state.StateCodec;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import org.junit.jupiter.api.Test;

/** A score whose inputs all went away does not stand as if it still were one. */
class ScoreGoneTest {

    private final FactsOf acme = FactsOf.account("acme");
    private final Story story = new Story(new HealthEngine(Models.oneCard()), "acme").tick(Day.start(0));

    @Test
    void itIsToldOnceMoreOfWhichNothingIsKnown() {
        story.fact(acme.nps(Day.at(0, 9), 2)).daysUntil(Day.start(180));
        HealthChanged known = last();

        story.daysUntil(Day.start(200));

        assertThat(last().at()).isEqualTo(Day.start(181));
        assertThat(last().score()).isEqualTo(known.score());
        assertThat(last().previousScore()).isEqualTo(known.score());
        assertThat(last().confidence()).isZero();
        assertThat(last().contributions()).isEmpty();
        assertThat(last().measures())
                .allSatisfy(measure -> assertThat(measure.value()).isNull());
        assertThat(story.state().score()).isNull();
        assertThat(story.state().grade()).isNull();
        assertThat(new StateCodec().decode(new StateCodec().encode(story.state())))
                .isEqualTo(story.state());
    }

    @Test
    void theNextScoreIsTheFirstAgain() {
        story.fact(acme.nps(Day.at(0, 9), 2)).daysUntil(Day.start(200)).fact(acme.nps(Day.at(200, 9), 9));

        assertThat(last().previousScore()).isNull();
        assertThat(last().score()).isEqualTo(100_000);
        assertThat(last().contributions()).hasSize(1);
        assertThat(last().contributions().get(0).points()).isEqualTo(100_000);
    }

    private HealthChanged last() {
        return story.changes().get(story.changes().size() - 1);
    }
}
