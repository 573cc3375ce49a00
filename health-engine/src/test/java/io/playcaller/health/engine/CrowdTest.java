package io.playcaller.health.engine;

import static io.playcaller.health.engine.Lives.DAYS;
import static io.playcaller.health.engine.Lives.START;
import static io.playcaller.health.engine.Lives.noDelay;
import static io.playcaller.health.engine.Lives.sameAccount;
import static io.playcaller.health.engine.Lives.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** More people and features than are told apart: what is made of them does not depend on the order in which they come. */
class CrowdTest {

    private final FactsOf acme = FactsOf.account("acme");

    @Property(tries = 6)
    void aCrowdEndsInTheSameAccountWhateverTheOrder(@ForAll long seed) {
        List<Event<?>> life = crowd(new Random(seed), 300, 100);
        Random random = new Random(seed);

        sameAccount(told(life, noDelay()), told(life, fact -> Duration.ofHours(random.nextInt(24 * 10))));
    }

    @Test
    void thoseWhoWentMakeNoDifferenceToThoseWhoCame() {
        Story onTime = started().facts(people(0, 150, "a-")).daysUntil(Day.start(60));
        onTime.facts(people(60, 100, "b-")).daysUntil(Day.start(75));
        Story late = started().facts(people(0, 150, "a-")).daysUntil(Day.start(70));
        late.facts(people(60, 100, "b-")).daysUntil(Day.start(75));

        assertThat(onTime.measure("active-seats").sentence())
                .isEqualTo("83% of 120 paid seats active in 28 days")
                .isEqualTo(late.measure("active-seats").sentence());
        assertThat(onTime.state().score()).isEqualTo(late.state().score());
    }

    @Test
    void afterACrowdAFewAreCountedAgain() {
        Story story = started().facts(people(0, 400, "a-")).daysUntil(Day.start(60));
        story.facts(people(60, 20, "b-")).tick(Day.start(61));

        assertThat(story.measure("active-seats").value()).isEqualTo(166);
    }

    @Test
    void manyAreEstimatedWithinTheErrorThatIsStated() {
        Story story = started().facts(people(0, 2_000, "a-")).tick(Day.start(1));

        // 2,000 of 120 seats; three standard errors of 1 ÷ √192 are 22%
        assertThat(story.measure("active-seats").value()).isCloseTo(16_666, Percentage.withPercentage(22));
        assertThat(story.measure("active-seats").sentence()).startsWith("About ");
    }

    @Test
    void noneOfAHundredFeaturesIsForgotten() {
        Story story = started();
        for (int i = 0; i < 100; i++) {
            story.fact(acme.used(Day.at(0, 1), "p", "f-" + i));
        }

        assertThat(story.measure("core-features").value()).isEqualTo(100_000);
    }

    private Story started() {
        return new Story(new HealthEngine(Models.oneCard()), "acme")
                .tick(Day.start(0))
                .fact(acme.contract(Day.start(0), "c", Day.MONDAY, 3_000_000, 120, 1));
    }

    private List<Event<?>> people(int day, int count, String prefix) {
        List<Event<?>> uses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            uses.add(acme.used(Day.at(day, 1).plusMillis(i), prefix + i));
        }
        return uses;
    }

    /** Some of them each day, others each fortnight. */
    private List<Event<?>> crowd(Random random, int people, int features) {
        List<Event<?>> life = new ArrayList<>();
        life.add(acme.contract(START, "c-1", Day.MONDAY.minusDays(100), 3_000_000, 120, 1));
        for (int day = 0; day < DAYS; day++) {
            int from = day / 14 * 60;
            for (int i = 0; i < 60; i++) {
                int person = random.nextInt(3) == 0 ? random.nextInt(people) : (from + random.nextInt(100)) % people;
                life.add(acme.used(
                        START.plus(Duration.ofDays(day)).plusMillis(1 + random.nextInt(86_000_000)),
                        "p-" + person,
                        "f-" + random.nextInt(features)));
            }
        }
        life.sort((a, b) -> a.envelope().time().compareTo(b.envelope().time()));
        return life;
    }
}
