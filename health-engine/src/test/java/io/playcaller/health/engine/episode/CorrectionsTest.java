package io.playcaller.health.engine.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.fact.UsageFacts;
import io.playcaller.health.engine.state.AccountState;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of signals and measures when something is taken back. */
class CorrectionsTest {

    private final FactsOf acme = FactsOf.account("acme");
    private final Story story = new Story(new HealthEngine(Models.oneCard()), "acme").tick(Day.start(0));

    @Test
    void aDetractorThatIsTakenBackIsRetracted() {
        Event<?> answer = acme.nps(Day.at(0, 9), 3);

        story.fact(answer).fact(acme.retracted(Day.at(2, 9), answer));

        assertThat(story.states(Reason.SEN_NPS_DETRACTOR)).containsExactly(SignalState.OPENED, SignalState.RETRACTED);
    }

    @Test
    void whatIsTakenBackBeforeItComesIsNeverTold() {
        Event<?> answer = acme.nps(Day.at(0, 9), 3);

        story.fact(acme.retracted(Day.at(0, 10), answer)).fact(answer);

        assertThat(story.signals(Reason.SEN_NPS_DETRACTOR)).isEmpty();
    }

    @Test
    void aTicketOfTheWrongCustomerTakesItsSignalAndItsMeasureWithIt() {
        Event<?> ticket = acme.ticket(Day.at(0, 9), "t-1", TicketSeverity.SEV1, Day.at(0, 9));
        story.fact(ticket).tick(Day.at(0, 14));
        assertThat(story.states(Reason.SUP_SEVERE_OPEN)).containsExactly(SignalState.OPENED);

        story.fact(acme.retracted(Day.at(0, 15), ticket));

        assertThat(story.states(Reason.SUP_SEVERE_OPEN)).containsExactly(SignalState.OPENED, SignalState.RETRACTED);
        assertThat(story.state().facts().standing().totals().firstTicketAt()).isEqualTo(UsageFacts.NONE);
    }

    @Test
    void whenItIsTakenBackThatATicketWasSolvedItIsOpenAsBefore() {
        Event<?> solved = acme.solved(Day.at(0, 10), "t-1", TicketSeverity.SEV1, Day.at(0, 9));
        story.fact(acme.ticket(Day.at(0, 9), "t-1", TicketSeverity.SEV1, Day.at(0, 9)))
                .fact(solved)
                .tick(Day.at(1, 0));
        assertThat(story.signals(Reason.SUP_SEVERE_OPEN)).isEmpty();

        story.fact(acme.retracted(Day.at(1, 9), solved));

        assertThat(story.states(Reason.SUP_SEVERE_OPEN)).containsExactly(SignalState.OPENED);
        assertThat(story.signals(Reason.SUP_SEVERE_OPEN).get(0).openedAt()).isEqualTo(Day.at(0, 13));
    }

    @Test
    void aTicketIsJudgedFromItsOpeningAlsoBehindAVersionThatWasTakenBack() {
        Event<?> mistaken = acme.ticket(Day.at(1, 9), "t-1", TicketSeverity.SEV3, Day.at(1, 9));
        story.fact(acme.account(Day.start(0), "Acme"))
                .fact(mistaken)
                .fact(acme.retracted(Day.at(1, 10), mistaken))
                .tick(Day.at(3, 8));

        story.fact(acme.ticket(Day.at(3, 9), "t-1", TicketSeverity.SEV1, Day.at(2, 0)));

        assertThat(story.signals(Reason.SUP_SEVERE_OPEN))
                .singleElement()
                .satisfies(signal -> assertThat(signal.openedAt()).isEqualTo(Day.at(2, 4)));
    }

    @Test
    void whatOpenedBeforeTheLatenessBoundIsHistoryAndOnlyEnds() {
        Event<?> answer = acme.nps(Day.at(0, 9), 3);
        story.fact(acme.account(Day.start(0), "Acme")).fact(answer).daysUntil(Day.start(40));

        story.fact(acme.retracted(Day.at(40, 9), answer));

        assertThat(ofTheFirst()).containsExactly(SignalState.OPENED, SignalState.CLEARED);
    }

    @Test
    void whatOpenedBeforeItEndsAlsoWhereNothingElseIsKnown() {
        Event<?> answer = acme.nps(Day.at(0, 9), 3);
        story.fact(answer).daysUntil(Day.start(40));

        story.fact(acme.retracted(Day.at(40, 9), answer));

        assertThat(ofTheFirst()).containsExactly(SignalState.OPENED, SignalState.CLEARED);
    }

    /** What was told of the episode that was told first. */
    private List<SignalState> ofTheFirst() {
        UUID first = story.signals().get(0).episodeId();
        return story.signals().stream()
                .filter(signal -> signal.episodeId().equals(first))
                .map(SignalChanged::state)
                .toList();
    }

    @Test
    void aFactThatIsTakenBackTwiceIsTakenBackOnce() {
        Event<?> answer = acme.nps(Day.at(0, 9), 3);
        story.fact(answer).fact(acme.retracted(Day.at(1, 9), answer));
        int told = story.signals().size();
        AccountState once = story.state();

        story.fact(acme.retracted(Day.at(1, 10), answer));

        assertThat(story.signals()).hasSize(told);
        assertThat(story.state().facts().standing()).isEqualTo(once.facts().standing());
        assertThat(story.state().standing()).isEqualTo(once.standing());
    }

    @Test
    void moreThanAreKeptTakeBackForGood() {
        Event<?> answer = acme.nps(Day.at(0, 9), 3);
        story.fact(answer).fact(acme.retracted(Day.at(0, 10), answer));

        for (int i = 0; i < 100; i++) {
            Event<?> other = acme.csat(Day.at(1, 0).plus(Duration.ofMinutes(i)), 5);
            story.fact(acme.retracted(Day.at(2, 0), other));
        }

        assertThat(story.state().facts().engagement().nps().newest().list()).isEmpty();
        assertThat(story.states(Reason.SEN_NPS_DETRACTOR)).containsExactly(SignalState.OPENED, SignalState.RETRACTED);
    }

    @Test
    void ofAnAccountThatNobodyKnowsSomethingMayBeTakenBack() {
        Event<?> answer = acme.nps(Day.at(0, 9), 3);

        story.fact(acme.retracted(Day.at(0, 10), answer)).daysUntil(Day.start(3));

        assertThat(story.state().score()).isNull();
        assertThat(story.signals()).isEmpty();
    }

    @Test
    void usageThatIsWithdrawnWasNeverThereAndWhatComesAfterCounts() {
        story.use(acme, Day.start(0), 4, "p1", "p2")
                .fact(acme.withdrawn(Day.at(4, 9), Day.MONDAY.plusDays(1), Day.MONDAY.plusDays(3)));

        UsageFacts left = usage();
        assertThat(left.sum(days(0), days(4))).isEqualTo(2);
        assertThat(left.lastUse(days(4))).isEqualTo(days(0));
        assertThat(left.people().count(left.mask(days(1), days(4)), UsageFacts.PEOPLE))
                .isZero();

        story.fact(acme.used(Day.at(2, 13), "p3"));

        assertThat(usage().lastUse(days(4))).isEqualTo(days(2));
        assertThat(usage().people().count(usage().mask(days(1), days(4)), UsageFacts.PEOPLE))
                .isEqualTo(1);
    }

    @Test
    void whenTheFirstDaysOfUseAreWithdrawnTheNextOneIsTheFirst() {
        story.use(acme, Day.start(0), 6, "p1")
                .fact(acme.withdrawn(Day.at(6, 9), Day.MONDAY.minusDays(9), Day.MONDAY.plusDays(2)));

        assertThat(usage().firstDay()).isEqualTo(days(3));
        assertThat(usage().firstPersonDay()).isEqualTo(days(3));
        assertThat(usage().firstFeatureDay()).isEqualTo(days(3));
        assertThat(story.state().facts().standing().totals().firstAt())
                .isEqualTo(Day.start(3).toEpochMilli());
    }

    @Test
    void allUseThatIsWithdrawnLeavesNone() {
        story.use(acme, Day.start(0), 6, "p1")
                .fact(acme.withdrawn(Day.at(6, 9), Day.MONDAY, Day.MONDAY.plusDays(30)))
                .tick(Day.at(6, 10));

        assertThat(usage().firstDay()).isEqualTo(UsageFacts.NONE);
        assertThat(usage().lastUse(days(6))).isEqualTo(-UsageFacts.NONE);
        assertThat(story.score().score()).isNull();
    }

    @Test
    void ofUseThatFellOutOfTheRingTheFirstDayIsTheLastOneStillKnown() {
        story.fact(acme.used(Day.at(0, 9), "p1")).fact(acme.used(Day.at(5, 9), "p1"));
        story.daysUntil(Day.start(120));

        story.fact(acme.withdrawn(Day.at(120, 9), Day.MONDAY.plusDays(4), Day.MONDAY.plusDays(6)));

        assertThat(usage().lastUse(days(120))).isEqualTo(days(0));
    }

    @Test
    void aContractThatNeverWasLeavesNoTraceInProfileAndSignals() {
        Event<?> contract = acme.contract(Day.at(0, 9), "c-1", Day.MONDAY, 3_000_000, 10, 1);
        story.use(acme, Day.start(0), 2, "p1").fact(contract).tick(Day.at(2, 9));
        assertThat(story.score().profile().arr().minor()).isEqualTo(3_000_000);
        assertThat(story.states(Reason.LIFE_CONTRACT_SIGNED)).containsExactly(SignalState.OPENED);

        story.fact(acme.never(Day.at(3, 9), contract, 2)).tick(Day.at(3, 10));

        assertThat(story.score().profile().arr()).isNull();
        assertThat(story.score().profile().stage()).isEqualTo("adoption");
        assertThat(story.states(Reason.LIFE_CONTRACT_SIGNED))
                .containsExactly(SignalState.OPENED, SignalState.RETRACTED);

        story.fact(acme.contract(Day.at(4, 9), "c-1", Day.MONDAY, 3_000_000, 10, 3))
                .tick(Day.at(4, 10));

        assertThat(story.score().profile().arr().minor()).isEqualTo(3_000_000);
    }

    @Test
    void anInvoiceThatNeverWasIsNotOverdue() {
        Event<?> invoice = acme.invoice(Day.at(0, 9), "i-1", Day.MONDAY.plusDays(2), null, 1);
        story.fact(invoice).daysUntil(Day.start(20));
        assertThat(story.states(Reason.COM_INVOICE_OVERDUE)).contains(SignalState.OPENED);

        story.fact(acme.never(Day.at(20, 9), invoice, 2)).tick(Day.at(20, 10));

        assertThat(story.state().openEpisodes()).isEmpty();
    }

    private UsageFacts usage() {
        return story.state().facts().usage();
    }

    private static long days(int day) {
        return Day.MONDAY.plusDays(day).toEpochDay();
    }
}
