package io.playcaller.health.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Event;
import io.playcaller.contracts.FactOrigin;
import io.playcaller.contracts.health.Profile;
import io.playcaller.contracts.health.ProfileAspect;
import io.playcaller.contracts.health.ProfileMove;
import io.playcaller.contracts.health.ProfileRule;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.state.StateCodec;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.Deal;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TiersTest {

    private static final long ABOVE = 2_510_000;
    private static final long JUST_BELOW = 2_490_000;
    private static final long FAR_BELOW = 1_900_000;
    private static final LocalDate END = Day.MONDAY.plusYears(1);

    private final HealthEngine engine = new HealthEngine(Models.defaults());
    private final FactsOf acme = FactsOf.account("acme");
    private final Story story = new Story(engine, "acme").tick(Day.start(0));

    @Test
    void arrThatGoesToAndFroAcrossALimitMovesNobody() {
        for (int week = 0; week < 11; week++) {
            story.daysUntil(Day.at(7 * week, 2))
                    .fact(worth(7 * week, week % 2 == 0 ? JUST_BELOW : ABOVE, week + 1))
                    .tick(Day.at(7 * week, 12));
            assertThat(profile().tier()).as("week %d", week).isEqualTo("pooled");
        }
        assertThat(tierMoves()).hasSize(1);
    }

    @Test
    void alsoWhereItBeganAboveTheLimit() {
        for (int day = 0; day < 60; day++) {
            story.tick(Day.at(day, 2))
                    .fact(worth(day, day % 2 == 0 ? ABOVE : JUST_BELOW, day + 1))
                    .tick(Day.at(day, 12));
            assertThat(profile().tier()).as("day %d", day).isEqualTo("mid-market");
        }
    }

    @Test
    void alsoBeyondTheVersionsThatAreKeptItMovesAtMostOnce() {
        for (int i = 0; i < 40; i++) {
            story.daysUntil(Day.at(8 * i, 2))
                    .fact(worth(8 * i, i % 2 == 0 ? JUST_BELOW : ABOVE, i + 1))
                    .tick(Day.at(8 * i, 12));
        }

        assertThat(tierMoves()).extracting(ProfileMove::to).startsWith("pooled").hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void anOftenEditedContractWaitsTooBeforeItsTierRises() {
        for (int edit = 0; edit < 14; edit++) {
            story.daysUntil(Day.at(8 * edit, 2)).fact(worth(8 * edit, JUST_BELOW, edit + 1));
        }
        story.daysUntil(Day.at(110, 2)).fact(worth(110, ABOVE, 15));

        assertThat(tierOn(139)).isEqualTo("pooled");
        assertThat(tierOn(140)).isEqualTo("mid-market");
    }

    @Test
    void aHigherTierComesAfterThirtyDaysAboveItsLimit() {
        story.fact(worth(0, JUST_BELOW, 1)).daysUntil(Day.at(10, 2)).fact(worth(10, ABOVE, 2));

        assertThat(tierOn(39)).isEqualTo("pooled");
        assertThat(tierOn(40)).isEqualTo("mid-market");
        ProfileMove move = tierMoves().get(1);
        assertThat(move.rule()).isEqualTo(ProfileRule.ARR_ABOVE);
        assertThat(move.since()).isEqualTo(Day.start(40));
    }

    @Test
    void aLowerTierComesAfterNinetyDaysClearlyBelow() {
        story.fact(worth(0, ABOVE, 1)).daysUntil(Day.at(10, 2)).fact(worth(10, FAR_BELOW, 2));

        assertThat(tierOn(99)).isEqualTo("mid-market");
        assertThat(tierOn(100)).isEqualTo("pooled");
        assertThat(tierMoves().get(1).rule()).isEqualTo(ProfileRule.ARR_BELOW);
    }

    @Test
    void aLittleLessLowersATierWhenTheTermEnds() {
        story.fact(worth(0, ABOVE, 1)).daysUntil(Day.at(10, 2));
        story.fact(acme.contract(Day.at(10, 1), "c-1", Day.MONDAY, END, JUST_BELOW, true, 2));

        assertThat(tierOn(364)).isEqualTo("mid-market");
        assertThat(tierOn(365)).isEqualTo("pooled");
        assertThat(tierMoves().get(1).rule()).isEqualTo(ProfileRule.RENEWED_LOWER);
    }

    @Test
    void aCustomerWhoEndsAndComesBackIsWhereItsArrPutsIt() {
        LocalDate end = Day.MONDAY.plusDays(20);
        story.fact(acme.contract(
                Day.at(0, 1), Deal.of("c-1", Day.MONDAY, end, ABOVE).closed(end), 1));
        assertThat(tierOn(20)).isEqualTo("tech-touch");

        story.daysUntil(Day.at(30, 2))
                .fact(acme.contract(Day.at(30, 1), "c-2", Day.MONDAY.plusDays(30), END, ABOVE, false, 1));

        assertThat(profile().tier()).isEqualTo("mid-market");
    }

    @Property(tries = 60)
    void theOrderInWhichVersionsArriveDoesNotMatter(@ForAll long seed) {
        Random random = new Random(seed);
        List<Event<?>> versions = new ArrayList<>();
        int day = 0;
        for (int version = 1; version <= 8; version++) {
            long arr = new long[] {JUST_BELOW, ABOVE, FAR_BELOW, 12_000_000}[random.nextInt(4)];
            versions.add(worth(day, arr, version));
            day += random.nextInt(50);
        }
        Story inOrder = told(versions, day);
        Collections.shuffle(versions, random);
        Story shuffled = told(versions, day);

        StateCodec codec = new StateCodec();
        assertThat(shuffled.state().profile()).isEqualTo(inOrder.state().profile());
        assertThat(codec.encodeFacts(shuffled.state())).isEqualTo(codec.encodeFacts(inOrder.state()));
    }

    @Test
    void whoIsNoLongerFlaggedAsStrategicIsInItsTierSinceThen() {
        story.fact(worth(0, ABOVE, 1)).fact(flagged(1, true)).daysUntil(Day.at(30, 2));
        assertThat(profile().tier()).isEqualTo("enterprise");

        story.fact(flagged(30, false)).tick(Day.at(30, 12));

        ProfileMove last = tierMoves().get(tierMoves().size() - 1);
        assertThat(last.to()).isEqualTo("mid-market");
        assertThat(last.since()).isEqualTo(Day.at(30, 1));
    }

    private static Event<?> flagged(int day, boolean strategic) {
        Instant at = Day.at(day, 1);
        return Event.of(
                new Envelope("flag-" + day, "crm", at, "acme", FactOrigin.LIVE, at, 0),
                new AccountRecord("acme", day, "Acme", null, null, null, "Europe/Berlin", strategic, List.of()));
    }

    private Story told(List<Event<?>> versions, int day) {
        return new Story(engine, "acme")
                .tick(Day.start(day + 1))
                .facts(versions)
                .tick(Day.start(day + 2));
    }

    private List<ProfileMove> tierMoves() {
        return story.profiles().stream()
                .flatMap(change -> change.moves().stream())
                .filter(move -> move.aspect() == ProfileAspect.TIER)
                .toList();
    }

    private String tierOn(int day) {
        story.daysUntil(Day.start(day));
        return profile().tier();
    }

    private Profile profile() {
        return Objects.requireNonNull(story.state().profile());
    }

    private Event<?> worth(int day, long arr, long version) {
        return acme.contract(Day.at(day, 1), "c-1", Day.MONDAY, END, arr, false, version);
    }
}
