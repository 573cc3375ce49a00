package io.playcaller.health.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.health.engine.state.StateCodec;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Use that is too old for its day to be told apart is counted by month. Day 0 is 2026-03-02. */
class UsageByMonthTest {

    private final FactsOf acme = FactsOf.account("acme");
    private final StateCodec codec = new StateCodec();
    private final Story story = new Story(new HealthEngine(Models.oneCard()), "acme").tick(Day.start(0));

    @Test
    void whatIsOlderThanNinetyEightDaysIsCountedByMonth() {
        story.use(acme, Day.start(20), 20, "p1", "p2").daysUntil(Day.start(117));
        assertThat(story.state().usesByMonth()).isEmpty();

        story.daysUntil(Day.start(138)).lookedAt();

        assertThat(story.state().usesByMonth())
                .isEqualTo(Map.of(YearMonth.of(2026, 3), 20L, YearMonth.of(2026, 4), 20L));
        assertThat(codec.decode(codec.encode(story.state()))).isEqualTo(story.state());
    }

    @Test
    void whatIsToldTooLateForItsDayCountsTheSame() {
        Story late = new Story(new HealthEngine(Models.oneCard()), "acme").tick(Day.start(0));
        story.fact(acme.used(Day.at(5, 12), "p1")).daysUntil(Day.start(150)).fact(acme.used(Day.at(150, 1), "p1"));
        late.daysUntil(Day.start(150)).fact(acme.used(Day.at(150, 1), "p1")).fact(acme.used(Day.at(5, 12), "p1"));

        assertThat(late.state().usesByMonth()).isEqualTo(Map.of(YearMonth.of(2026, 3), 1L));
        assertThat(late.state().usesByMonth()).isEqualTo(story.state().usesByMonth());
        assertThat(late.state().facts().usage()).isEqualTo(story.state().facts().usage());
    }

    @Test
    void twoYearsAreKept() {
        for (int day = 0; day < 1_000; day += 10) {
            story.fact(acme.used(Day.at(day, 12), "p1"));
        }

        assertThat(story.state().usesByMonth()).hasSize(24);
    }

    @Test
    void aMonthThatIsWithdrawnIsGone() {
        story.use(acme, Day.start(20), 20, "p1").daysUntil(Day.start(140));

        story.fact(acme.withdrawn(Day.at(140, 1), Day.MONDAY, Day.MONDAY.plusDays(32)));

        assertThat(story.state().usesByMonth())
                .as("March is known to be withdrawn only from its second day on")
                .containsOnlyKeys(YearMonth.of(2026, 3), YearMonth.of(2026, 4));
        story.fact(acme.withdrawn(Day.at(140, 2), Day.MONDAY.minusDays(1), Day.MONDAY.plusDays(32)));
        assertThat(story.state().usesByMonth()).containsOnlyKeys(YearMonth.of(2026, 4));
    }
}
