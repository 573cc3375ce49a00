package io.playcaller.health.engine.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of an adoption that nobody knows nothing is said; 0 says that nobody uses it. */
class AdoptionIndexTest {

    private final FactsOf acme = FactsOf.account("acme");
    private final Story story = new Story(new HealthEngine(Models.defaults()), "acme").tick(Day.start(0));

    @Test
    void whereNothingIsKnownOfUseThereIsNone() {
        story.without("web").fact(acme.nps(Day.at(0, 9), 9)).tick(Day.at(0, 10));

        assertThat(last().adoptionIndex()).isNull();
        assertThat(story.state().adoptionIndex()).isNull();
        assertThat(story.score().adoptionIndex()).isNull();
    }

    @Test
    void whereNobodyUsesWhatIsPaidForItIsNothing() {
        story.fact(acme.contract(Day.start(0), "c", Day.MONDAY, 3_000_000, 10, 1))
                .daysUntil(Day.start(60));

        assertThat(story.state().adoptionIndex()).isZero();
    }

    @Test
    void thatItIsKnownIsNews() {
        story.fact(acme.contract(Day.start(0), "c", Day.MONDAY, 3_000_000, 10, 1))
                .fact(acme.nps(Day.at(0, 9), 9))
                .use(acme, Day.start(0), 40, "p1", "p2");

        List<HealthChanged> changes = story.changes();
        assertThat(changes.get(0).adoptionIndex()).isNull();
        assertThat(last().adoptionIndex()).isPositive();
    }

    private HealthChanged last() {
        return story.changes().get(story.changes().size() - 1);
    }
}
