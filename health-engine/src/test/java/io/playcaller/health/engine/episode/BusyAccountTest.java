package io.playcaller.health.engine.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.testing.Day;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever is often in touch, and with many, is accused of nothing, and still missed where somebody is missing. */
class BusyAccountTest extends MidMarketStory {

    /** Whichever of them is the sponsor. */
    @Test
    void eachOfTenWhoTookPartWasMet() {
        for (String sponsor : people(10)) {
            MidMarketStory one = new BusyAccountTest();
            one.midMarket(10, 0)
                    .fact(one.acme.contact(Day.start(0), sponsor, ContactRole.SPONSOR, true, 1))
                    .fact(one.acme.met(Day.at(0, 9), people(10)))
                    .daysUntil(Day.start(60))
                    .fact(one.acme.met(Day.at(60, 1), people(10)))
                    .daysUntil(Day.start(130));

            assertThat(one.story.signals(Reason.REL_SPONSOR_COLD)).isEmpty();
        }
    }

    @Test
    void aContactWhoIsWrittenToEachDayHidesNobodyWhoWasMetBefore() {
        midMarket(10, 0)
                .fact(acme.contact(Day.start(0), "p1", ContactRole.SPONSOR, true, 1))
                .fact(acme.met(Day.at(0, 9), people(6)));
        writeToOne(1, 80);

        assertThat(story.signals(Reason.REL_SINGLE_THREAD)).isEmpty();
        assertThat(story.signals(Reason.REL_SPONSOR_COLD)).isEmpty();
    }

    @Test
    void aSponsorWhoWasNeverMetIsMissedHoweverOftenOthersAre() {
        midMarket(10, 0).fact(acme.contact(Day.start(0), "boss", ContactRole.SPONSOR, true, 1));
        writeToOne(0, 92);

        assertThat(story.states(Reason.REL_SPONSOR_COLD)).containsExactly(SignalState.OPENED);
        assertThat(only(Reason.REL_SPONSOR_COLD).openedAt()).isEqualTo(Day.start(90));
    }

    @Test
    void aTrainingOfAHundredHidesNoSponsorWhoWasMetBefore() {
        midMarket(10, 0)
                .fact(acme.contact(Day.start(0), "boss", ContactRole.SPONSOR, true, 1))
                .fact(acme.met(Day.at(0, 9), "boss"));
        training(20);
        story.daysUntil(Day.start(89));
        assertThat(story.signals(Reason.REL_SPONSOR_COLD)).isEmpty();

        story.daysUntil(Day.start(91));
        assertThat(only(Reason.REL_SPONSOR_COLD).openedAt()).isEqualTo(Day.start(90));
    }

    @Test
    void whoMayHaveBeenMetIsNotMissed() {
        midMarket(10, 0).fact(acme.met(Day.at(0, 9), "boss"));
        training(20);
        story.daysUntil(Day.start(30))
                .fact(acme.contact(Day.start(30), "boss", ContactRole.SPONSOR, true, 1))
                .daysUntil(Day.start(109));
        assertThat(story.signals(Reason.REL_SPONSOR_COLD)).isEmpty();

        story.daysUntil(Day.start(111));
        assertThat(only(Reason.REL_SPONSOR_COLD).openedAt()).isEqualTo(Day.start(110));
    }

    private void writeToOne(int first, int last) {
        for (int day = first; day < last; day++) {
            story.fact(acme.met(Day.at(day, 10), "p9")).tick(Day.at(day, 11));
        }
    }

    private void training(int day) {
        List<String> hundred = new ArrayList<>();
        for (int person = 0; person < 100; person++) {
            hundred.add("trained-" + person);
        }
        story.daysUntil(Day.at(day, 9)).fact(acme.met(Day.at(day, 9), hundred.toArray(String[]::new)));
    }
}
