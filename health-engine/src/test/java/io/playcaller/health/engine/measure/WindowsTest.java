package io.playcaller.health.engine.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.fact.Freeze;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.engine.model.MeasureKind;
import io.playcaller.health.engine.model.Scoring;
import io.playcaller.health.engine.model.Windows;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How far back measures look, where a model says so. */
class WindowsTest {

    private static final HealthModel THIRTY_DAYS = with(Map.of(MeasureKind.NPS, 30, MeasureKind.CSAT, 20));

    private final FactsOf acme = FactsOf.account("acme");

    @Test
    void anAnswerCountsForTheDaysThatTheModelSaysAndNotADayLonger() {
        Story story = new Story(new HealthEngine(THIRTY_DAYS), "acme")
                .tick(Day.start(0))
                .fact(acme.nps(Day.at(0, 9), 3));

        assertThat(value(story.daysUntil(Day.start(30)), MeasureKind.NPS)).isEqualTo(3_000);
        assertThat(value(story.daysUntil(Day.start(31)), MeasureKind.NPS)).isEqualTo(Reading.MISSING);
        assertThat(Reading.sentence(MeasureKind.NPS, context(story), Reading.MISSING))
                .isEqualTo("No NPS answer in 30 days");
    }

    @Test
    void theScoreForgetsAnAnswerAtTheMidnightAtWhichItIsNoLongerFresh() {
        Story story = new Story(new HealthEngine(THIRTY_DAYS), "acme")
                .tick(Day.start(0))
                .fact(acme.csat(Day.at(0, 8), 5))
                .fact(acme.nps(Day.at(0, 9), 3));

        long both = story.daysUntil(Day.start(20)).score().score();
        long without = story.daysUntil(Day.start(21)).score().score();

        assertThat(without).as("the good answer is forgotten first").isLessThan(both);
    }

    @Test
    void aMeasureThatDoesNotLookBackHasNoDays() {
        assertThatThrownBy(() -> Windows.with(Map.of(MeasureKind.OLD_TICKETS, 3)))
                .hasMessageContaining("measures.old-tickets.days");
        assertThatThrownBy(() -> Windows.with(Map.of(MeasureKind.FIRST_ANSWER, 61)))
                .hasMessageContaining("measures.first-answer.days");
        assertThatThrownBy(() -> Windows.STANDARD.of(MeasureKind.OLD_TICKETS)).hasMessageContaining("old-tickets");
    }

    private static long value(Story story, MeasureKind kind) {
        return Reading.value(kind, context(story));
    }

    private static Context context(Story story) {
        long now = story.log().now().toEpochMilli();
        return Context.of(THIRTY_DAYS, View.current(story.state().facts(), Freeze.NOTHING, now));
    }

    private static HealthModel with(Map<MeasureKind, Integer> days) {
        HealthModel model = Models.oneCard();
        Scoring scoring = model.scoring();
        return new HealthModel(
                model.id(),
                new Scoring(
                        scoring.measures(),
                        scoring.cards(),
                        scoring.grades(),
                        scoring.tickets(),
                        scoring.products(),
                        Windows.with(days)),
                model.signals(),
                model.profile(),
                model.usage());
    }
}
