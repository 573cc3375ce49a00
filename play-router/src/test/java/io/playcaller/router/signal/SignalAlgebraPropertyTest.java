package io.playcaller.router.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.Clock;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.contracts.work.TaskState;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.account.KnownAccount;
import io.playcaller.router.routing.Router;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.sla.SlaCase;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.Actor;
import io.playcaller.router.task.Closing;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecider;
import io.playcaller.router.task.TaskDecision;
import io.playcaller.router.task.TaskDecision.Changed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Signals of one account that open, rise, fall and end in any order, with people who accept and complete in between. */
class SignalAlgebraPropertyTest {

    private static final List<Reason> REASONS = List.of(
            Reason.USAGE_DROP,
            Reason.USAGE_SEATS_IDLE,
            Reason.SUP_SEVERE_OPEN,
            Reason.COM_INVOICE_OVERDUE,
            Reason.COM_PRICE,
            Reason.LIFE_CHURNED,
            Reason.EXP_SEATS_NEAR_LIMIT);

    private static final RouterRules RULES = TestRules.read();

    /** What happens next. */
    private enum Act {
        SAY,
        CLEAR,
        RETRACT,
        ACKNOWLEDGE,
        COMPLETE
    }

    /** @param which reason, or open task */
    private record Step(Act act, int which, Severity severity, int hours) {}

    @Property(tries = 500)
    void noOpenSignalIsForgottenAndNoneWaitsLongerThanItWouldAlone(@ForAll("steps") List<Step> steps) {
        Account account = new Account();
        for (Step step : steps) {
            account.take(step);
            account.check();
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(6, Act.SAY),
                                Tuple.of(2, Act.CLEAR),
                                Tuple.of(1, Act.RETRACT),
                                Tuple.of(2, Act.ACKNOWLEDGE),
                                Tuple.of(1, Act.COMPLETE)),
                        Arbitraries.integers().between(0, REASONS.size() - 1),
                        Arbitraries.of(Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL),
                        Arbitraries.integers().between(0, 30))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    /** The account, and by when each signal that somebody must have accepted would be accepted alone. */
    private static final class Account {

        private final Map<Reason, UUID> episodes = new HashMap<>();
        private final Map<Reason, Integer> transitions = new HashMap<>();
        private final Map<UUID, Instant> alone = new HashMap<>();
        private AccountDesk desk = AccountDesk.EMPTY;
        private Instant now = Instant.parse("2026-03-02T10:00:00Z");

        void take(Step step) {
            now = now.plus(Duration.ofHours(step.hours()));
            switch (step.act()) {
                case SAY -> say(REASONS.get(step.which()), step.severity());
                case CLEAR -> end(REASONS.get(step.which()), step.severity(), SignalState.CLEARED);
                case RETRACT -> end(REASONS.get(step.which()), step.severity(), SignalState.RETRACTED);
                case ACKNOWLEDGE -> act(step, true);
                case COMPLETE -> act(step, false);
            }
        }

        private void say(Reason reason, Severity severity) {
            signal(reason, severity, isOpen(reason) ? SignalState.UPDATED : SignalState.OPENED);
        }

        private void end(Reason reason, Severity severity, SignalState state) {
            if (isOpen(reason)) {
                signal(reason, severity, state);
            }
        }

        private boolean isOpen(Reason reason) {
            UUID episode = episodes.get(reason);
            KnownSignal known = episode == null ? null : desk.signals().get(episode);
            return known != null && known.isOpen();
        }

        private void signal(Reason reason, Severity severity, SignalState state) {
            SignalChanged signal = Signals.of("a")
                    .episode(episodes.computeIfAbsent(reason, any -> UUID.randomUUID()))
                    .reason(reason)
                    .severity(severity)
                    .transition(transitions.merge(reason, 1, Integer::sum), state)
                    .owner("csm", "ana")
                    .owner("support-lead", "lea")
                    .build();
            KnownSignal before = desk.signals().get(signal.episodeId());
            became(new SignalDecider(router()).decide(desk, signal, Workload.EMPTY));
            if (before != null && KnownSignal.isOpen(signal) && before.asksForMore(signal)) {
                alone.computeIfPresent(
                        signal.episodeId(), (id, by) -> by.isBefore(acceptBy(signal)) ? by : acceptBy(signal));
            }
        }

        private void act(Step step, boolean acknowledge) {
            List<Task> open = new ArrayList<>(desk.openTasks().values());
            if (open.isEmpty()) {
                return;
            }
            Task task = open.get(step.which() % open.size());
            Actor actor = new Actor(task.assignment().staffId(), "x", "X");
            TaskDecider decider = new TaskDecider(now);
            TaskDecision decision = acknowledge
                    ? decider.acknowledge(task, actor, null, RULES.calendarOf(task.assignment()))
                    : decider.complete(task, actor, PlayOutcome.SUCCEEDED, Closing.HELPED);
            if (decision instanceof Changed changed) {
                became(new SignalEffects(List.of(), List.of(changed)));
                if (changed.after().leavesSignals()) {
                    became(new SignalDecider(router()).taskEnded(desk, task.taskId(), Workload.EMPTY));
                }
            }
        }

        private void became(SignalEffects effects) {
            for (KnownSignal line : effects.ledger()) {
                KnownSignal before = desk.signals().get(line.episodeId());
                if (before == null || line.taskId() == null || !line.taskId().equals(before.taskId())) {
                    alone.put(line.episodeId(), acceptBy(line.signal()));
                }
            }
            desk = desk.after(effects);
        }

        private Instant acceptBy(SignalChanged signal) {
            return RULES.plays()
                    .playOf(signal)
                    .flatMap(play -> RULES.policyOf(
                                    play, SlaCase.of(play.key(), signal, KnownAccount.UNKNOWN.stageFor(signal)))
                            .start(Clock.ACCEPT, 1, now, RULES.calendars().of("24x7")))
                    .map(run -> run.dueAt())
                    .orElse(Instant.MAX);
        }

        private Router router() {
            return Router.of(RULES, now);
        }

        void check() {
            desk.signals().values().stream().filter(KnownSignal::isOpen).forEach(this::check);
            desk.openTasks()
                    .values()
                    .forEach(task -> assertThat(task.openEpisodes())
                            .allSatisfy(episode -> assertThat(
                                            desk.signals().get(episode).taskId())
                                    .isEqualTo(task.taskId())));
        }

        private void check(KnownSignal known) {
            Task task = known.taskId() == null ? null : desk.openTasks().get(known.taskId());
            if (known.status() == SignalStatus.JOINED) {
                assertThat(task)
                        .as("the task that %s joined", known.signal().reason())
                        .isNotNull();
            }
            if (task != null) {
                assertThat(task.openEpisodes()).contains(known.episodeId());
                assertThat(task.severity())
                        .isGreaterThanOrEqualTo(known.signal().severity());
            }
            if (task != null && task.state() == TaskState.OPEN) {
                assertThat(task.due().accept())
                        .as("%s on %s", known.signal().reason(), task.order().play())
                        .isBeforeOrEqualTo(alone.get(known.episodeId()));
            }
        }
    }
}
