package io.playcaller.health.engine.episode;

import static io.playcaller.contracts.health.SignalState.CLEARED;
import static io.playcaller.contracts.health.SignalState.OPENED;
import static io.playcaller.contracts.health.SignalState.RETRACTED;
import static io.playcaller.contracts.health.SignalState.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.testing.Day;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each who gave a bad answer is told of, whatever others answer. */
class DetractorsTest extends MidMarketStory {

    @Test
    void whatAnotherAnswersTakesNothingBack() {
        midMarket(10, 0).fact(acme.csatOf("mia", Day.at(0, 9), 1)).fact(acme.csatOf("tom", Day.at(1, 9), 5));
        story.daysUntil(Day.start(3));
        assertThat(told()).extracting(SignalChanged::state).containsExactly(OPENED);

        story.fact(acme.csatOf("mia", Day.start(3), 4)).tick(Day.start(4));
        assertThat(told()).extracting(SignalChanged::state).containsExactly(OPENED, CLEARED);
    }

    @Test
    void aSecondDetractorIsToldUnderTheSameEpisode() {
        midMarket(10, 0).fact(acme.npsOf("mia", Day.at(0, 9), 3)).fact(acme.csatOf("tom", Day.at(1, 9), 1));

        assertThat(told()).extracting(SignalChanged::state).containsExactly(OPENED, UPDATED);
        assertThat(told())
                .extracting(SignalChanged::sentence)
                .containsExactly(
                        "A detractor answered: NPS 3 of 10 on 2026-03-02",
                        "Another detractor answered: CSAT 1 of 5 on 2026-03-03; before: NPS 3 of 10 on 2026-03-02");
    }

    @Test
    void theNextDetractorIsToldAtOnceAfterTheLastOneAnsweredBetter() {
        midMarket(10, 0)
                .fact(acme.csatOf("mia", Day.at(0, 9), 1))
                .fact(acme.csatOf("mia", Day.at(1, 9), 5))
                .fact(acme.csatOf("ann", Day.at(2, 9), 1));

        assertThat(told()).extracting(SignalChanged::state).containsExactly(OPENED, CLEARED, OPENED);
        assertThat(told().get(2).openedAt()).isEqualTo(Day.at(2, 9));
    }

    @Test
    void whoAnswersBadlyAgainIsToldAgain() {
        midMarket(10, 0).fact(acme.csatOf("mia", Day.at(0, 9), 2)).fact(acme.csatOf("mia", Day.at(5, 9), 1));

        assertThat(told()).extracting(SignalChanged::state).containsExactly(OPENED, UPDATED);
        assertThat(told().get(1).sentence()).isEqualTo("A detractor answered: CSAT 1 of 5 on 2026-03-07");
    }

    @Test
    void ofAWaveOfAnswersEachDetractorIsKept() {
        midMarket(10, 0).fact(acme.npsOf("mia", Day.at(0, 9), 3));
        for (int person = 0; person < 40; person++) {
            story.fact(acme.npsOf("p-" + person, Day.at(0, 10), 9));
        }
        story.daysUntil(Day.start(20));

        assertThat(told()).extracting(SignalChanged::state).containsExactly(OPENED);
    }

    @Test
    void anAnswerThatIsTakenBackWasNoDetractors() {
        Event<?> mistake = acme.csatOf("mia", Day.at(0, 9), 1);
        midMarket(10, 0).fact(acme.csatOf("tom", Day.at(0, 8), 5)).fact(mistake);
        story.fact(acme.retracted(Day.at(0, 12), mistake));

        assertThat(told()).extracting(SignalChanged::state).containsExactly(OPENED, RETRACTED);
    }

    @Test
    void answersThatNameNobodyAreOnePersons() {
        midMarket(10, 0).fact(acme.nps(Day.at(0, 9), 3)).fact(acme.npsOf("tom", Day.at(1, 9), 10));
        assertThat(told()).extracting(SignalChanged::state).containsExactly(OPENED);

        story.fact(acme.nps(Day.at(2, 9), 8));
        assertThat(told()).extracting(SignalChanged::state).containsExactly(OPENED, CLEARED);
    }

    @Test
    void aBadAnswerIsOldAfterNinetyDays() {
        midMarket(10, 0).fact(acme.csatOf("mia", Day.at(0, 9), 1)).daysUntil(Day.start(90));
        assertThat(told()).extracting(SignalChanged::state).containsExactly(OPENED);

        story.daysUntil(Day.start(91));
        assertThat(told()).extracting(SignalChanged::state).containsExactly(OPENED, CLEARED);
    }

    private List<SignalChanged> told() {
        List<SignalChanged> told = new ArrayList<>(story.signals(Reason.SEN_NPS_DETRACTOR));
        told.removeIf(MidMarketStory::ofTheScore);
        return told;
    }
}
