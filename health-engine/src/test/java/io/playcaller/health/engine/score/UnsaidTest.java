package io.playcaller.health.engine.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody new in 200 seats moves a score by a fifth of a point: that is no news by itself, and is not lost. */
class UnsaidTest {

    private static final String SEATS = "active-seats";

    private final FactsOf acme = FactsOf.account("acme");
    private final Story story = new Story(new HealthEngine(Models.defaults()), "acme").tick(Day.start(0));
    private int known;

    @BeforeEach
    void twentyOnePeopleUseItForTwentyDays() {
        story.fact(acme.contract(Day.at(0, 1), "c", Day.MONDAY, 3_000_000, 200, 1))
                .use(acme, Day.start(0), 20, people(1, 21))
                .fact(acme.nps(Day.at(19, 13), 8))
                .tick(Day.start(20));
        known = story.changes().size();
    }

    @Test
    void lessThanAPointIsNotSaid() {
        long said = story.state().score();

        story.fact(acme.used(Day.at(20, 1), "p22"));

        assertThat(story.changes()).hasSize(known);
        assertThat(story.state().score()).isEqualTo(said);
        assertThat(story.score().score()).isGreaterThan(said);
        assertThat(story.score().score() / 1_000).isEqualTo(said / 1_000);
        assertThat(story.state().nextBoundary()).isEqualTo(Day.start(21));
    }

    @Test
    void whatTurnsThePointSaysAllOfItFromTheLastAnnouncementOn() {
        int person = 22;
        Event<?> turning = acme.used(Day.at(20, 1), "p" + person);
        story.fact(turning);
        while (story.changes().size() == known) {
            turning = acme.used(Day.at(20, 1), "p" + ++person);
            story.fact(turning);
        }

        assertThat(person).isGreaterThan(22);
        assertThat(story.changes()).hasSize(known + 1);
        HealthChanged change = last();
        Contribution seats = only(change, SEATS);
        assertThat(seats.cause()).isEqualTo(Cause.FACT);
        assertThat(seats.points()).isEqualTo(change.score() - change.previousScore());
        assertThat(seats.before().value()).isEqualTo(105);
        assertThat(seats.after().value()).isEqualTo(5 * person);
        assertThat(seats.evidence()).isEqualTo(Occasion.fact(turning.envelope()));
        assertThat(story.state().score()).isEqualTo(story.score().score());
    }

    @Test
    void eachPartKeepsTheFactThatDidIt() {
        Event<?> used = acme.used(Day.at(20, 1), "p22");
        Event<?> answer = acme.nps(Day.at(20, 2), 2);

        story.fact(used).fact(answer);

        assertThat(last().fact()).isEqualTo(Occasion.fact(answer.envelope()));
        assertThat(only(last(), SEATS).evidence()).isEqualTo(Occasion.fact(used.envelope()));
        assertThat(only(last(), "nps").evidence()).isEqualTo(Occasion.fact(answer.envelope()));
        assertThat(sum(last())).isEqualTo(last().score() - last().previousScore());
    }

    @Test
    void midnightSaysTheRestAndItIsStillTheFactsDoing() {
        Event<?> used = acme.used(Day.at(20, 1), "p22");

        story.fact(used).tick(Day.start(21));

        assertThat(story.changes()).hasSize(known + 1);
        assertThat(last().fact()).isNull();
        Contribution seats = only(last(), SEATS);
        assertThat(seats.cause()).isEqualTo(Cause.FACT);
        assertThat(seats.points()).isPositive();
        assertThat(seats.evidence()).isEqualTo(Occasion.fact(used.envelope()));
        assertThat(seats.sentence()).contains("; by web on 2026-03-22");
        assertThat(sum(last())).isEqualTo(last().score() - last().previousScore());
        assertThat(story.state().score()).isEqualTo(story.score().score());
    }

    @Test
    void whatWasSaidIsNotSaidTwice() {
        story.fact(acme.used(Day.at(20, 1), "p22")).tick(Day.start(21));
        int said = story.changes().size();

        story.tick(Day.at(21, 1)).lookedAt().tick(Day.at(21, 9));

        assertThat(story.changes()).hasSize(said);
        assertThat(story.state().unsaid()).isFalse();
    }

    @Test
    void anotherModelSaysWhatWaitedUnderItsOwnCause() {
        Event<?> used = acme.used(Day.at(20, 1), "p22");
        story.fact(used);

        Story under = story.under(new HealthEngine(Models.usageOnly()));

        HealthChanged change = under.changes().get(known);
        assertThat(change.contributions()).anySatisfy(part -> {
            assertThat(part.cause()).isEqualTo(Cause.FACT);
            assertThat(part.measure()).isEqualTo(SEATS);
            assertThat(part.evidence()).isEqualTo(Occasion.fact(used.envelope()));
        });
        assertThat(change.contributions())
                .allMatch(part ->
                        part.cause() == Cause.MODEL || (part.cause() == Cause.FACT && SEATS.equals(part.measure())));
        assertThat(sum(change)).isEqualTo(change.score() - change.previousScore());
    }

    private static String[] people(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(number -> "p" + number).toArray(String[]::new);
    }

    private HealthChanged last() {
        return story.changes().get(story.changes().size() - 1);
    }

    private static Contribution only(HealthChanged change, String measure) {
        assertThat(change.contributions())
                .filteredOn(part -> measure.equals(part.measure()) && part.cause() != Cause.REDISTRIBUTION)
                .hasSize(1);
        return change.contributions().stream()
                .filter(part -> measure.equals(part.measure()) && part.cause() != Cause.REDISTRIBUTION)
                .findFirst()
                .orElseThrow();
    }

    private static long sum(HealthChanged change) {
        return change.contributions().stream().mapToLong(Contribution::points).sum();
    }
}
