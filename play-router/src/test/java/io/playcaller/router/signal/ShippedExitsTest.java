package io.playcaller.router.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.contracts.work.TaskTransition;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.run.CustomerFacts;
import io.playcaller.router.task.Closing;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When the shipped plays about tickets, seats, invoices and hand-overs are over, and who else hears of them. */
class ShippedExitsTest {

    private final UUID episode = UUID.randomUUID();
    private final RunLife life = new RunLife(TestRules.read());

    @Test
    void aSevereTicketIsOverWhenItIsSolvedAndTheCustomerHeardSoFromTheirCsm() {
        life.say(signal(Reason.SUP_SEVERE_OPEN).build());
        assertThat(life.open()).containsExactly("solve", "customer-told");
        assertThat(life.task("customer-told").assignment().staffId()).isEqualTo("ben");

        life.complete("solve", PlayOutcome.SUCCEEDED, Closing.HELPED);
        life.say(signal(Reason.SUP_SEVERE_OPEN)
                .transition(2, SignalState.CLEARED)
                .build());
        assertThat(outcome()).isNull();
        life.complete("customer-told", PlayOutcome.SUCCEEDED, Closing.HELPED);

        assertThat(outcome()).isEqualTo(PlayOutcome.SUCCEEDED);
    }

    @Test
    void bothHearOfASecondTicketAndThatAllAreSolved() {
        life.say(signal(Reason.SUP_SEVERE_OPEN).build());

        SignalEffects second = life.say(signal(Reason.SUP_SEVERE_OPEN).ofMore(2).build());
        SignalEffects solved = life.say(signal(Reason.SUP_SEVERE_OPEN)
                .transition(3, SignalState.CLEARED)
                .build());

        assertThat(second.tasks())
                .extracting(
                        change -> change.after().order().step(),
                        change -> change.step().transition())
                .containsExactlyInAnyOrder(
                        tuple("solve", TaskTransition.RAISED), tuple("customer-told", TaskTransition.RAISED));
        assertThat(solved.tasks())
                .hasSize(2)
                .allSatisfy(change -> assertThat(change.after().openEpisodes()).isEmpty());
    }

    @Test
    void whoToldTheCustomerBeforeTheTicketIsSolvedHasNotSolvedIt() {
        life.say(signal(Reason.SUP_SEVERE_OPEN).build());

        life.complete("customer-told", PlayOutcome.SUCCEEDED, Closing.HELPED);
        assertThat(life.open()).containsExactly("solve");
        life.say(signal(Reason.SUP_SEVERE_OPEN)
                .transition(2, SignalState.CLEARED)
                .build());

        assertThat(outcome()).isEqualTo(PlayOutcome.SUCCEEDED);
        assertThat(life.open()).isEmpty();
    }

    @Test
    void educationTrainsWhereTheCsmFoundSomebodyToTrain() {
        life.say(signal(Reason.USAGE_SEATS_IDLE).build());

        life.complete("find", PlayOutcome.SUCCEEDED, Closing.HELPED);

        assertThat(life.open()).containsExactly("train");
    }

    @Test
    void nobodyIsTrainedWhereNobodyWasMeantToUseTheSeats() {
        life.say(signal(Reason.USAGE_SEATS_IDLE).build());

        life.complete("find", PlayOutcome.FAILED, Closing.NO_EFFECT);

        assertThat(life.open()).isEmpty();
        assertThat(outcome()).as("the seats are idle").isNull();
    }

    @Test
    void theCsmHearsOfAnInvoiceThatIsNotPaidWithinTwoBusinessDays() {
        life.say(signal(Reason.COM_INVOICE_OVERDUE).build());

        life.pass(Duration.ofDays(1));
        assertThat(life.open()).containsExactly("collect");
        life.pass(Duration.ofDays(2));

        assertThat(life.open()).containsExactly("collect", "csm-informed");
        assertThat(life.task("csm-informed").assignment().staffId()).isEqualTo("ben");
    }

    @Test
    void anAccountIsTakenOverFromSalesWhenTheHandOverIsAccepted() {
        life.say(signal(Reason.LIFE_CONTRACT_SIGNED).build());
        life.complete("sales-handover", PlayOutcome.SUCCEEDED, Closing.HELPED);

        life.customerIs(handedOver("onboarding", life.now().minusSeconds(1)));
        assertThat(outcome()).as("accepted before it was signed").isNull();
        life.customerIs(handedOver("renewals-manager", life.now()));
        assertThat(outcome()).as("in another role").isNull();
        life.customerIs(handedOver("onboarding", life.now()));

        assertThat(outcome()).isEqualTo(PlayOutcome.SUCCEEDED);
    }

    /** Its signal was told on a day after the one on which it became so. */
    @Test
    void whoWasQuickerThanTheSignalHasHandedOverToo() {
        life.pass(Duration.ofDays(1));
        life.say(signal(Reason.LIFE_STAGE_EXIT).build());

        life.customerIs(handedOver("csm", life.now().minus(Duration.ofHours(20))));

        assertThat(outcome()).as("nobody had to take the task").isEqualTo(PlayOutcome.SUCCEEDED);
        assertThat(life.open()).isEmpty();
    }

    @Test
    void aPooledAccountIsNobodysAndIsTakenOverBySpeakingWithThem() {
        life.say(signal(Reason.LIFE_STAGE_EXIT).tier("pooled").build());

        life.customerIs(new CustomerFacts(null, "adoption", Set.of(), life.now(), 0, Map.of(), Map.of()));

        assertThat(outcome()).isNotNull();
    }

    @Test
    void aTouchTakesNoNamedAccountOver() {
        life.say(signal(Reason.LIFE_STAGE_EXIT).build());

        life.customerIs(new CustomerFacts(null, "adoption", Set.of(), life.now(), 0, Map.of(), Map.of()));

        assertThat(outcome()).isNull();
    }

    private @Nullable PlayOutcome outcome() {
        return life.run().end() == null ? null : life.run().end().outcome();
    }

    private Signals signal(Reason reason) {
        return Signals.of("a").episode(episode).reason(reason).owner("csm", "ben");
    }

    private static CustomerFacts handedOver(String role, Instant accepted) {
        return CustomerFacts.UNKNOWN.handedOver(Map.of(role, accepted));
    }
}
