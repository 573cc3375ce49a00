package io.playcaller.router.signal.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.HoldoutRules;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.brake.Brake;
import io.playcaller.router.play.HoldoutPolicy;
import io.playcaller.router.play.PastRun;
import io.playcaller.router.routing.Router;
import io.playcaller.router.run.CustomerFacts;
import io.playcaller.router.run.PlayRun;
import io.playcaller.router.signal.CourseDecider;
import io.playcaller.router.signal.KnownSignal;
import io.playcaller.router.signal.SignalDecider;
import io.playcaller.router.signal.SignalEffects;
import io.playcaller.router.signal.SignalStatus;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.Actor;
import io.playcaller.router.task.Closing;
import io.playcaller.router.task.PathStep;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecider;
import io.playcaller.router.task.TaskDecision.Changed;
import io.playcaller.router.task.out.PgTasks.Held;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DesksTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final Router router = Router.of(TestRules.read(), NOW);
    private final SignalDecider decider = new SignalDecider(router);

    @Test
    void theBrakeCountsARunOfSeveralStepsOnce() {
        // Given a run whose first step is done
        Desks desks = desks(Map.of());
        take(
                desks,
                Signals.of("a")
                        .reason(Reason.SEN_NPS_DETRACTOR)
                        .owner("csm", "ana")
                        .build());
        PlayRun run = desks.courses().get(0).after();
        Changed done = (Changed) new TaskDecider(NOW)
                .complete(
                        desks.tasks().get(0).after(),
                        new Actor("ana", "ana", "Ana"),
                        PlayOutcome.SUCCEEDED,
                        Closing.HELPED);
        desks.decide("a", (desk, workload) -> new SignalEffects(List.of(), List.of(done)));

        // When
        desks.decide(
                "a",
                (desk, workload) -> new CourseDecider(router)
                        .look(desk, run, List.of(done.after()), CustomerFacts.UNKNOWN, false, Map.of(), workload));

        // Then
        assertThat(desks.tasks().stream()
                        .filter(change -> change.before() == null)
                        .map(Changed::after))
                .extracting(Task::taskId)
                .hasSize(2);
        assertThat(desks.runs()).extracting(Brake.Run::play).containsExactly("detractor");
        assertThat(desks.courses().get(1).ends()).as("with its first task").isFalse();
    }

    @Test
    void theBrakeLooksAtTheRunsOfBothArmsInTheOrderOfTheirSignals() {
        Router drawing = Router.of(HoldoutRules.of(50), NOW);
        SignalDecider drawn = new SignalDecider(drawing);
        Desks desks = desks(Map.of());
        List<SignalChanged> signals = IntStream.range(0, 20)
                .mapToObj(account -> Signals.of("flood-" + account)
                        .reason(Reason.USAGE_DROP)
                        .owner("csm", "ana")
                        .build())
                .toList();

        signals.forEach(signal -> decide(desks, drawn, signal));

        HoldoutPolicy policy = drawing.rules().plays().holdout();
        assertThat(desks.runs())
                .extracting(Brake.Run::episodeId, Brake.Run::heldOut)
                .containsExactlyElementsOf(signals.stream()
                        .map(signal -> tuple(
                                signal.episodeId(), policy.holdsOut("usage-drop", signal.accountId(), "mid-market")))
                        .toList());
        assertThat(desks.runs()).extracting(Brake.Run::heldOut).contains(true, false);
    }

    @Test
    void theBrakeDoesNotLookAtWhatJoinsARunThatIsHeldOut() {
        SignalDecider drawn = new SignalDecider(Router.of(HoldoutRules.of(100), NOW));
        Desks desks = desks(Map.of());
        decide(desks, drawn, Signals.of("a").reason(Reason.USAGE_DROP).build());
        decide(desks, drawn, Signals.of("a").reason(Reason.USAGE_DROP).build());

        assertThat(desks.holdouts())
                .singleElement()
                .satisfies(run -> assertThat(run.openEpisodes()).hasSize(2));
        assertThat(desks.runs()).hasSize(1);
    }

    private static void decide(Desks desks, SignalDecider decider, SignalChanged signal) {
        String lane = Desks.lane(signal.accountId(), signal.episodeId());
        desks.decide(lane, (desk, workload) -> decider.decide(desk, signal, workload));
    }

    @Test
    void theBrakeDoesNotCountWhatFollowsAPlayThatGaveUp() {
        // Given: what it had joined has ended
        UUID ended = UUID.randomUUID();
        KnownSignal missed = new KnownSignal(
                Signals.of("a").reason(Reason.ONB_MILESTONE_MISSED).build(),
                SignalStatus.JOINED,
                ended,
                List.of(PathStep.followUp("account-escalation", "Account escalation")));
        Desks desks = new Desks(
                Map.of(), List.of(missed), new Held(List.of(), List.of()), List.of(), Map.of(), Workload.EMPTY);

        // When
        desks.decide("a", (desk, workload) -> decider.taskEnded(desk, ended, workload));

        // Then
        assertThat(desks.courses())
                .extracting(change -> change.after().play().key())
                .containsExactly("account-escalation");
        assertThat(desks.runs()).isEmpty();
    }

    @Test
    void desksThatAreDecidedOnOnceMoreKnowWhatRanBefore() {
        Desks desks = desks(Map.of("a", List.of(new PastRun("reference-ask", NOW, null))));

        Desks fresh = desks.fresh();
        take(fresh, Signals.of("a").reason(Reason.ADV_REFERENCE_DUE).build());

        assertThat(fresh.tasks()).isEmpty();
        assertThat(fresh.ledger().get(0).why()).isEqualTo("A run of it is open on the account.");
    }

    @Test
    void onlyASignalWhoseContractHasOtherDatesHasItsRunLookedAtAgain() {
        // Given
        LocalDate end = LocalDate.of(2026, 8, 20);
        Signals due = Signals.of("a")
                .reason(Reason.FC_RENEWAL_DUE)
                .owner("csm", "ana")
                .renewal(end, null);
        SignalChanged opened = due.build();
        Desks desks = desks(Map.of());
        take(desks, opened);

        // When
        take(
                desks,
                due.transition(2, SignalState.UPDATED).severity(Severity.MEDIUM).build());
        assertThat(desks.redated()).isEmpty();
        take(
                desks,
                due.transition(3, SignalState.UPDATED)
                        .renewal(end, LocalDate.of(2026, 4, 25))
                        .build());

        // Then
        assertThat(desks.redated()).containsExactly(opened.episodeId());
        assertThat(desks.fresh().redated()).isEmpty();
    }

    private void take(Desks desks, SignalChanged signal) {
        desks.decide("a", (desk, workload) -> decider.decide(desk, signal, workload));
    }

    private static Desks desks(Map<String, List<PastRun>> past) {
        return new Desks(Map.of(), List.of(), new Held(List.of(), List.of()), List.of(), past, Workload.EMPTY);
    }
}
