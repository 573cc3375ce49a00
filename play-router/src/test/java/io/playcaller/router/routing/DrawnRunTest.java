package io.playcaller.router.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.HoldoutRules;
import io.playcaller.router.Signals;
import io.playcaller.router.account.KnownAccount;
import io.playcaller.router.play.HoldoutPolicy;
import io.playcaller.router.play.Play;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.PathStep;
import io.playcaller.router.task.Task;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A run keeps the share that its lot was drawn with, so that it is compared with its like and with nothing else. */
class DrawnRunTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final int PERCENT = 50;

    private final RouterRules rules = HoldoutRules.of(PERCENT, "severe-ticket");
    private final Router router = Router.of(rules, NOW);

    @Test
    void bothArmsKeepTheShare() {
        Routed treated = router.route(caseOf(account("usage-drop", false), Reason.USAGE_DROP), List.of());
        Routed heldOut = router.route(caseOf(account("usage-drop", true), Reason.USAGE_DROP), List.of());

        assertThat(taskOf(treated).order().holdoutPercent()).isEqualTo(PERCENT);
        assertThat(((Routed.HeldOut) heldOut).run().holdoutPercent()).isEqualTo(PERCENT);
    }

    @Test
    void aRunThatHasACourseKeepsItToo() {
        Routed treated = router.route(caseOf(account("detractor", false), Reason.SEN_NPS_DETRACTOR), List.of());

        assertThat(((Routed.Started) treated).run()).isNotNull();
        assertThat(((Routed.Started) treated).run().after().holdoutPercent()).isEqualTo(PERCENT);
    }

    @Test
    void whatTheBrakeHoldsBeginsInNeitherArm() {
        for (boolean heldOut : List.of(true, false)) {
            RoutingCase flooding = caseOf(account("usage-drop", heldOut), Reason.USAGE_DROP);
            Restraints brake =
                    new Restraints(List.of(), Map.of(flooding.signal().episodeId(), "one too many"));

            assertThat(Router.of(rules, brake, NOW).route(flooding, List.of())).isInstanceOf(Routed.Waiting.class);
        }
    }

    @Test
    void whereNoLotIsDrawnThereIsNoShare() {
        String account = account("usage-drop", false);
        Signals critical = Signals.of(account).severity(Severity.CRITICAL);
        Play play = rules.plays().play("usage-drop").orElseThrow();
        PathStep gaveUp = PathStep.followUp(play.key(), play.title());

        Routed atOnce = router.route(caseOf(critical), List.of());
        Routed never = router.route(caseOf(account, Reason.SUP_SEVERE_OPEN), List.of());
        Routed follows = router.followUp(caseOf(account, Reason.USAGE_DROP).withPlay(play), List.of(gaveUp));

        assertThat(taskOf(atOnce).order().holdoutPercent()).as("critical").isNull();
        assertThat(taskOf(never).order().holdoutPercent())
                .as("a play that holds nobody out")
                .isNull();
        assertThat(taskOf(follows).order().holdoutPercent())
                .as("what follows a play that gave up")
                .isNull();
    }

    private String account(String play, boolean heldOut) {
        HoldoutPolicy policy = rules.plays().holdout();
        return Stream.iterate(0, number -> number + 1)
                .map(number -> "a-" + number)
                .filter(account -> policy.holdsOut(play, account, "mid-market") == heldOut)
                .findFirst()
                .orElseThrow();
    }

    private static RoutingCase caseOf(String account, Reason reason) {
        return caseOf(Signals.of(account).reason(reason));
    }

    private static RoutingCase caseOf(Signals signal) {
        return new RoutingCase(
                signal.owner("csm", "ana").build(), KnownAccount.UNKNOWN, List.of(), List.of(), Workload.EMPTY, null);
    }

    private static Task taskOf(Routed routed) {
        return ((Routed.Started) routed).decision().after();
    }
}
