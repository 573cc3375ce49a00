package io.playcaller.health.engine.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.MeasureScore;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.model.Expression.DaysSince;
import io.playcaller.health.engine.model.Expression.DaysWith;
import io.playcaller.health.engine.model.Sign;
import io.playcaller.health.engine.state.AccountState;
import io.playcaller.health.engine.state.StateCodec;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.OwnMeasures;
import io.playcaller.health.engine.testing.Story;
import org.junit.jupiter.api.Test;

/** Declared measures in states, beside overrides, and when another model declares others. */
class DeclaredModelTest {

    private static final DaysSince CHAMPION_MET = new DaysSince(new Sign.TouchWith(ContactRole.CHAMPION));
    private static final DaysWith USED_DAYS = new DaysWith(new Sign.Use(), 7);

    private static final HealthEngine BOTH = new HealthEngine(OwnMeasures.named("both")
            .measure("used-days", USED_DAYS)
            .measure("champion-met", CHAMPION_MET)
            .beside(Models.oneCard()));
    private static final HealthEngine CHAMPIONS = new HealthEngine(
            OwnMeasures.named("champions").measure("champion-met", CHAMPION_MET).beside(Models.oneCard()));

    private final FactsOf acme = FactsOf.account("acme");
    private final StateCodec codec = new StateCodec();

    @Test
    void whatAnotherModelDoesNotDeclareIsToldAsGone() {
        HealthChanged change = last(life().under(CHAMPIONS));

        assertThat(change.contributions())
                .filteredOn(part -> "used-days".equals(part.measure()))
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.cause()).isEqualTo(Cause.MODEL);
                    assertThat(part.dimension()).isEqualTo("gone");
                    assertThat(part.before().value()).isEqualTo(7_000);
                    assertThat(part.after()).isNull();
                    assertThat(part.sentence()).startsWith("Model champions instead of both: counts nothing, ");
                });
        assertThat(change.measures()).extracting(MeasureScore::measure).doesNotContain("used-days");
    }

    @Test
    void aMeasureStaysItselfWhereAnotherModelDeclaresItInAnotherPlace() {
        Story story = life();
        MeasureScore before = story.measure("champion-met");

        Story after = story.under(CHAMPIONS);

        assertThat(after.measure("champion-met").points()).isEqualTo(before.points());
        assertThat(after.measure("champion-met").sentence()).isEqualTo(before.sentence());
        assertThat(last(after).contributions())
                .extracting(part -> part.measure())
                .contains("used-days")
                .doesNotContain("champion-met");
    }

    @Test
    void whatAModelDeclaresFirstComesWithIt() {
        HealthChanged change = last(life().under(CHAMPIONS).under(BOTH));

        assertThat(change.contributions())
                .filteredOn(part -> "used-days".equals(part.measure()))
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.cause()).isEqualTo(Cause.MODEL);
                    assertThat(part.dimension()).isEqualTo("usage");
                    assertThat(part.before()).isNull();
                });
    }

    @Test
    void peopleMaySayWhatItCountsAs() {
        Story story = life().fact(acme.override(Day.at(14, 9), "champion-met", 10_000, Day.start(20)));

        assertThat(story.measure("champion-met").points()).isEqualTo(10_000);
        assertThat(story.measure("champion-met").sentence())
                .isEqualTo("5 days since the last touch with a champion (set to 10 by hand until 2026-03-22)");
        assertThat(story.tick(Day.start(20)).measure("champion-met").points()).isGreaterThan(10_000);
    }

    @Test
    void aStateKeepsThemByTheirIds() {
        AccountState state = life().fact(acme.override(Day.at(14, 9), "champion-met", 10_000, Day.start(20)))
                .state();

        AccountState read = codec.decode(codec.encode(state));

        assertThat(read).isEqualTo(state);
        assertThat(codec.encode(read)).isEqualTo(codec.encode(state));
        assertThat(read.standing().said().levels().places().declared()).containsExactly("used-days", "champion-met");
    }

    /** In use for two weeks; the champion was met on day 9. */
    private Story life() {
        return new Story(BOTH, "acme")
                .tick(Day.start(0))
                .fact(acme.contact(Day.start(0), "ally", ContactRole.CHAMPION, true, 1))
                .use(acme, Day.start(0), 9, "p1")
                .fact(acme.met(Day.at(9, 9), "ally"))
                .use(acme, Day.start(9), 5, "p1")
                .tick(Day.start(14));
    }

    private static HealthChanged last(Story story) {
        return story.changes().get(story.changes().size() - 1);
    }
}
