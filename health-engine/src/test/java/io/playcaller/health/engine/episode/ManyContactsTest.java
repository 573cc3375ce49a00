package io.playcaller.health.engine.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.testing.Day;
import org.junit.jupiter.api.Test;

/** Whoever only uses the product, and however many they are, displaces nobody that a signal is about. */
class ManyContactsTest extends MidMarketStory {

    private static final int MANY = 60;

    @Test
    void aSponsorIsMissedAlsoWhereManyUsersCameAfterThem() {
        midMarket(10, 0)
                .fact(acme.contact(Day.start(0), "boss", ContactRole.SPONSOR, true, 1))
                .fact(acme.met(Day.at(0, 9), "boss", "p1", "p2"));
        users(1);
        story.daysUntil(Day.at(80, 1)).fact(acme.met(Day.at(80, 1), "p1", "p2", "p3"));

        story.daysUntil(Day.start(90));

        assertThat(only(Reason.REL_SPONSOR_COLD).sentence())
                .isEqualTo("The sponsor was last met on 2026-03-02, 90 days ago");
    }

    @Test
    void whatIsOpenOfASponsorStaysOpenWhileUsersCome() {
        midMarket(10, 0)
                .fact(acme.contact(Day.start(0), "boss", ContactRole.SPONSOR, true, 1))
                .fact(acme.met(Day.at(0, 9), "boss", "p1", "p2"))
                .daysUntil(Day.at(91, 1));
        users(91);
        story.daysUntil(Day.start(95));

        assertThat(story.states(Reason.REL_SPONSOR_COLD)).containsExactly(SignalState.OPENED);
    }

    @Test
    void aSponsorWhoLeavesIsToldUntilThereIsAnother() {
        midMarket(10, 0).fact(acme.contact(Day.start(0), "boss", ContactRole.SPONSOR, true, 1));
        users(1);
        story.daysUntil(Day.start(5)).fact(acme.contact(Day.start(5), "boss", ContactRole.SPONSOR, false, 2));
        assertThat(story.states(Reason.REL_SPONSOR_LEFT)).containsExactly(SignalState.OPENED);

        for (int person = 0; person < MANY; person++) {
            story.fact(acme.contact(Day.start(5), "new-" + person, ContactRole.USER, true, 1));
        }
        story.daysUntil(Day.start(9));
        assertThat(story.states(Reason.REL_SPONSOR_LEFT)).containsExactly(SignalState.OPENED);

        story.fact(acme.contact(Day.start(9), "other", ContactRole.SPONSOR, true, 1));
        assertThat(story.states(Reason.REL_SPONSOR_LEFT)).containsExactly(SignalState.OPENED, SignalState.CLEARED);
    }

    @Test
    void anAdministratorIsMissedAlsoWhereManyUsersCameAfterThem() {
        midMarket(10, 0).fact(acme.contact(Day.start(0), "p1", ContactRole.ADMIN, true, 1));
        users(0);
        useWidely(0, 30);

        story.fact(acme.contact(Day.start(30), "p1", ContactRole.ADMIN, false, 2))
                .tick(Day.start(31));

        assertThat(story.states(Reason.USAGE_KEY_USER_LOST)).containsExactly(SignalState.OPENED);
    }

    private void users(int day) {
        for (int person = 0; person < MANY; person++) {
            story.fact(acme.contact(Day.at(day, 1), "user-" + person, ContactRole.USER, true, 1));
        }
    }
}
