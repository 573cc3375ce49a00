package io.playcaller.router.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.play.Play;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.run.CustomerFacts;
import io.playcaller.router.run.PlayRun;
import io.playcaller.router.task.Closing;
import io.playcaller.router.task.PathStep;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What follows a play that gave up. */
class GivenUpRunTest {

    /** Longer than twenty business days, shorter than sixty. */
    private static final Duration A_MONTH_OF_WORK = Duration.ofDays(32);

    private final UUID episode = UUID.randomUUID();
    private final RouterRules rules = TestRules.read();
    private final RunLife life = new RunLife(rules);

    @Test
    void aMilestoneThatNobodyMovedIsARiskOfTheAccount() {
        // Given: somebody did what they could
        life.say(signal(Reason.ONB_MILESTONE_MISSED).build());
        life.complete("milestone-missed", PlayOutcome.FAILED, Closing.NO_EFFECT);
        assertThat(life.ended()).isEmpty();

        // When
        life.pass(A_MONTH_OF_WORK);

        // Then
        assertThat(life.ended()).extracting(run -> run.end().outcome()).containsExactly(PlayOutcome.EXPIRED);
        assertThat(life.open()).containsExactly("account-escalation");
        assertThat(life.task("account-escalation").assignment().staffId()).isEqualTo("lea");
        assertThat(life.task("account-escalation").signal().reason()).isEqualTo(Reason.ONB_MILESTONE_MISSED);
        assertThat(life.known(episode).taskId())
                .isEqualTo(life.task("account-escalation").taskId());
        assertThat(life.known(episode).path()).extracting(PathStep::reason).startsWith("gave-up");
    }

    @Test
    void soItIsInATierInWhichTheNextPlayAloneWouldNotRun() {
        life.say(signal(Reason.ONB_MILESTONE_MISSED)
                .tier("tech-touch")
                .severity(Severity.CRITICAL)
                .build());

        life.pass(A_MONTH_OF_WORK);

        assertThat(life.open()).containsExactly("account-escalation");
    }

    @Test
    void theLeadHearsOfACustomerWhomNobodyTookOver() {
        life.say(signal(Reason.LIFE_CONTRACT_SIGNED).build());

        life.pass(Duration.ofDays(8));

        assertThat(life.open()).containsExactly("handover-late");
        assertThat(life.task("handover-late").assignment().staffId()).isEqualTo("lea");
        life.customerIs(CustomerFacts.UNKNOWN.handedOver(Map.of("onboarding", life.now())));
        assertThat(life.open()).isEmpty();
    }

    @Test
    void whatIsGivenUpInTheEndStaysSo() {
        life.say(signal(Reason.LIFE_CONTRACT_SIGNED).build());

        life.pass(Duration.ofDays(90));

        assertThat(life.ended())
                .extracting(PlayRun::play)
                .extracting(Play::key)
                .containsExactly("sales-handover", "handover-late");
        assertThat(life.open()).isEmpty();
    }

    @Test
    void nothingFollowsWhenTheSignalIsOver() {
        life.say(signal(Reason.LIFE_CONTRACT_SIGNED).build());
        life.say(signal(Reason.LIFE_CONTRACT_SIGNED)
                .transition(2, SignalState.CLEARED)
                .build());

        life.pass(Duration.ofDays(8));

        assertThat(life.ended()).hasSize(1);
        assertThat(life.open()).isEmpty();
    }

    private Signals signal(Reason reason) {
        return Signals.of("a").episode(episode).reason(reason).owner("csm", "ben");
    }
}
