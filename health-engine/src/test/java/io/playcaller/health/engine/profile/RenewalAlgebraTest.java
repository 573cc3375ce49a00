package io.playcaller.health.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.Facts;
import io.playcaller.health.engine.fact.Freeze;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.Deal;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** However a renewal is written, whoever closes the old contract when, and late or in time: the customer never left. */
class RenewalAlgebraTest {

    private static final int DAYS = 150;
    private static final long ARR = 1_500_000;
    private static final HealthEngine ENGINE = new HealthEngine(Models.defaults());

    private final FactsOf acme = FactsOf.account("acme");

    @Property(tries = 200)
    void aCustomerWhoRenewsIsWorthTheSameOnEachDayAndHasNeverLeft(@ForAll long seed) {
        Story story = new Story(ENGINE, "acme").tick(Day.start(0)).facts(renewal(new Random(seed)));

        for (int day = 0; day < DAYS; day++) {
            Commercial then = on(story, day);
            assertThat(then.open()).as("open on day %d", day).isTrue();
            assertThat(then.amount()).as("ARR of day %d", day).isEqualTo(ARR);
            assertThat(then.life().backDay()).as("came back by day %d", day).isEqualTo(Life.NEVER);
            assertThat(then.openSince()).as("since, on day %d", day).isLessThan(Day.MONDAY.toEpochDay());
        }
    }

    /** A later end, or another contract that follows within a month: which names the old one, or finds it closed, or past its end. */
    private List<Event<?>> renewal(Random random) {
        LocalDate end = Day.MONDAY.plusDays(40 + random.nextInt(40));
        Deal old = Deal.of("c-1", end.minusYears(1), end, ARR);
        List<Event<?>> told = new ArrayList<>();
        told.add(acme.contract(Day.at(0, 1), old, 1));
        if (random.nextInt(4) == 0) {
            Deal on = Deal.of("c-1", old.startsOn(), end.plusYears(1), ARR);
            told.add(acme.contract(Day.at(1, 1), on, 2));
            return told;
        }
        boolean names = random.nextBoolean();
        boolean late = random.nextBoolean();
        LocalDate starts = late ? end.plusDays(random.nextInt(28)) : names ? end.minusDays(random.nextInt(30)) : end;
        LocalDate signed = late ? starts.minusDays(random.nextInt(3)) : starts.minusDays(random.nextInt(35));
        Deal next = Deal.of("c-2", starts, starts.plusYears(1), ARR).signed(signed);
        told.add(acme.contract(Day.at(1, 1), names ? next.replacing("c-1") : next, 1));
        if (random.nextBoolean()) {
            LocalDate closed = signed.isBefore(end) ? signed : starts.plusDays(random.nextInt(20));
            told.add(acme.contract(Day.at(1, 2), old.closed(closed), 2));
        }
        return told;
    }

    private static Commercial on(Story story, int day) {
        Facts facts = story.state().facts();
        long now = Day.at(day, 1).toEpochMilli();
        View view = View.current(facts, Freeze.of(facts, story.log()), now);
        assertThat(view.day()).isEqualTo(Days.of(now));
        return Commercial.of(view, 365);
    }
}
