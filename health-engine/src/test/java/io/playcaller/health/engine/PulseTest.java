package io.playcaller.health.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.model.Curve;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.engine.model.Measure;
import io.playcaller.health.engine.model.MeasureKind;
import io.playcaller.health.engine.model.ModelVersion;
import io.playcaller.health.engine.model.Scoring;
import io.playcaller.health.engine.score.Score;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the person responsible feels about a customer is a measure like any other, as long as it is fresh. */
class PulseTest {

    private final FactsOf acme = FactsOf.account("acme");

    @Test
    void aPulseIsAMeasureThatGoesStale() {
        Story story = new Story(new HealthEngine(withPulse()), "acme")
                .tick(Day.start(0))
                .fact(acme.account(Day.at(0, 1), "Acme"))
                .fact(acme.pulse(Day.at(0, 2), 4))
                .fact(acme.pulse(Day.at(0, 1), 1));

        Score score = story.score();
        assertThat(score.score()).isEqualTo(80_000);
        assertThat(story.measure("csm-pulse").sentence()).isEqualTo("The newest pulse is 4 of 5");

        story.daysUntil(Day.at(45, 23));
        assertThat(story.state().score()).isEqualTo(80_000);
        story.tick(Day.start(46));
        assertThat(story.state().score()).isNull();
        assertThat(story.measure("csm-pulse").sentence()).isEqualTo("No pulse in 45 days");
    }

    static HealthModel withPulse() {
        HealthModel model = Models.oneCard();
        List<Measure> measures = new ArrayList<>(model.scoring().measures());
        measures.add(new Measure(
                MeasureKind.CSM_PULSE,
                "support",
                15,
                Curve.of(1000, 0, 2000, 25_000, 3000, 60_000, 4000, 80_000, 5000, 100_000),
                Reason.SEN_CSM_CONCERN));
        Scoring scoring = new Scoring(
                measures,
                model.scoring().cards(),
                model.scoring().grades(),
                model.scoring().tickets());
        return new HealthModel(
                new ModelVersion("hash-of-pulse", "pulse-1"), scoring, model.signals(), model.profile(), model.usage());
    }
}
