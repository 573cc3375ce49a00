package io.playcaller.router.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.Arm;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.HoldoutRules;
import io.playcaller.router.OneTaskRuns;
import io.playcaller.router.Signals;
import io.playcaller.router.holdout.HoldoutRun;
import io.playcaller.router.routing.Router;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.signal.AccountDesk;
import io.playcaller.router.signal.KnownSignal;
import io.playcaller.router.signal.SignalDecider;
import io.playcaller.router.signal.SignalEffects;
import io.playcaller.router.signal.SignalStatus;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.Actor;
import io.playcaller.router.task.Closing;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecider;
import io.playcaller.router.task.TaskDecision.Changed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** Signals of an account that is held out of half of its plays: they open, get graver and end, plays give up, people complete tasks. */
class RunLivesPropertyTest {

    private static final List<Reason> REASONS = List.of(
            Reason.USAGE_DROP,
            Reason.USAGE_LEVEL_LOW,
            Reason.USAGE_SEATS_IDLE,
            Reason.USAGE_KEY_USER_LOST,
            Reason.SUP_SEVERE_OPEN,
            Reason.COM_INVOICE_OVERDUE,
            Reason.EXP_SEATS_NEAR_LIMIT);

    private static final RouterRules RULES = OneTaskRuns.of(HoldoutRules.of(50, "severe-ticket"));

    /** What happens next. */
    private enum Act {
        SAY,
        END,
        GIVE_UP,
        COMPLETE
    }

    private record Step(Act act, int which, Severity severity, int hours) {}

    /** How a run ended. */
    private record End(Arm arm, PlayOutcome outcome, Instant at) {}

    @Property(tries = 500)
    void eachRunEndsOnceAndIsLookedBackAtOnceForEachDayInBothArms(
            @ForAll("steps") List<Step> steps, @ForAll("accounts") String account) {
        Life life = new Life(account);
        for (Step step : steps) {
            life.take(step);
            life.check();
        }
        life.finish();
        life.started.values().forEach(Statistics::collect);
        Statistics.coverage(seen -> {
            seen.check(Arm.TREATED).count(runs -> runs > 0);
            seen.check(Arm.HOLDOUT).count(runs -> runs > 0);
        });
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(6, Act.SAY),
                                Tuple.of(3, Act.END),
                                Tuple.of(1, Act.GIVE_UP),
                                Tuple.of(2, Act.COMPLETE)),
                        Arbitraries.integers().between(0, REASONS.size() - 1),
                        Arbitraries.of(Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL),
                        Arbitraries.integers().between(0, 30))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    @Provide
    Arbitrary<String> accounts() {
        return Arbitraries.integers().between(0, 1_000).map(number -> "life-" + number);
    }

    private static final class Life {

        private final String account;
        private final Map<Reason, UUID> episodes = new HashMap<>();
        private final Map<Reason, Integer> transitions = new HashMap<>();
        private final Map<UUID, Arm> started = new HashMap<>();
        private final Map<UUID, Instant> startedAt = new HashMap<>();
        private final Map<UUID, End> ended = new HashMap<>();
        private AccountDesk desk = AccountDesk.EMPTY;
        private Instant now = Instant.parse("2026-03-02T10:00:00Z");

        Life(String account) {
            this.account = account;
        }

        void take(Step step) {
            now = now.plus(Duration.ofHours(step.hours()));
            nextTransaction();
            Reason reason = REASONS.get(step.which());
            switch (step.act()) {
                case SAY -> signal(reason, step.severity(), isOpen(reason) ? SignalState.UPDATED : SignalState.OPENED);
                case END -> end(reason, step.which() % 2 == 0 ? SignalState.CLEARED : SignalState.RETRACTED);
                case GIVE_UP -> giveUp();
                case COMPLETE -> complete();
            }
        }

        /** No two transactions on an account have the same instant. */
        private void nextTransaction() {
            now = now.plusNanos(1_000);
        }

        /** All that is open ends. */
        void finish() {
            REASONS.forEach(reason -> end(reason, SignalState.CLEARED));
            check();
            assertThat(ended.keySet()).isEqualTo(started.keySet());
            ended.forEach((run, end) -> assertThat(end.arm()).isEqualTo(started.get(run)));
            lookBack();
        }

        /** The looks back at a run come in the order of their days, and what is told of a later one is the newer word. */
        private void lookBack() {
            List<Look> looks = startedAt.entrySet().stream()
                    .flatMap(one -> Look.back(one.getKey(), one.getValue()).stream())
                    .sorted(Comparator.comparing(Look::dueAt).thenComparing(Look::playRunId))
                    .toList();
            Map<UUID, Long> revisions = new HashMap<>();
            Set<List<Object>> told = new HashSet<>();
            for (Look look : looks) {
                assertThat(told.add(List.of(look.playRunId(), look.days()))).isTrue();
                assertThat(look.dueAt())
                        .isEqualTo(startedAt.get(look.playRunId()).plus(Duration.ofDays(look.days())));
                assertThat(Look.rev(look.days())).isEqualTo(revisions.getOrDefault(look.playRunId(), 1L) + 1);
                revisions.put(look.playRunId(), Look.rev(look.days()));
            }
            assertThat(revisions.keySet()).isEqualTo(ended.keySet());
            assertThat(revisions.values()).allMatch(last -> last == 4);
        }

        private boolean isOpen(Reason reason) {
            UUID episode = episodes.get(reason);
            KnownSignal known = episode == null ? null : desk.signals().get(episode);
            return known != null && known.isOpen();
        }

        private void end(Reason reason, SignalState state) {
            if (isOpen(reason)) {
                signal(reason, Severity.LOW, state);
            }
        }

        private void signal(Reason reason, Severity severity, SignalState state) {
            SignalChanged signal = Signals.of(account)
                    .episode(episodes.computeIfAbsent(reason, any -> UUID.randomUUID()))
                    .reason(reason)
                    .severity(severity)
                    .transition(transitions.merge(reason, 1, Integer::sum), state)
                    .owner("csm", "ana")
                    .owner("support-lead", "lea")
                    .build();
            became(decider().decide(desk, signal, Workload.EMPTY));
        }

        private void giveUp() {
            List<HoldoutRun> over = desk.holdouts().values().stream()
                    .map(run -> run.gaveUp(now))
                    .toList();
            became(new SignalEffects(List.of(), List.of(), over));
        }

        private void complete() {
            List<Task> open = new ArrayList<>(desk.openTasks().values());
            if (!open.isEmpty()
                    && new TaskDecider(now)
                                    .complete(
                                            open.get(0),
                                            new Actor("ana", "ana", "Ana"),
                                            PlayOutcome.SUCCEEDED,
                                            Closing.HELPED)
                            instanceof Changed changed) {
                became(new SignalEffects(List.of(), List.of(changed)));
                if (changed.after().leavesSignals()) {
                    nextTransaction();
                    became(decider().taskEnded(desk, changed.after().taskId(), Workload.EMPTY));
                }
            }
        }

        private SignalDecider decider() {
            return new SignalDecider(Router.of(RULES, now));
        }

        private void became(SignalEffects effects) {
            for (Changed change : effects.tasks()) {
                UUID run = change.after().order().playRunId();
                if (change.before() == null) {
                    assertThat(started.put(run, Arm.TREATED)).isNull();
                    startedAt.put(run, change.after().order().createdAt());
                }
                if (change.ends()) {
                    End end = new End(
                            Arm.TREATED,
                            change.after().ending().outcome(),
                            change.after().ending().at());
                    assertThat(ended.put(run, end)).isNull();
                }
            }
            effects.holdouts().forEach(this::became);
            desk = desk.after(effects);
        }

        private void became(HoldoutRun run) {
            started.putIfAbsent(run.playRunId(), Arm.HOLDOUT);
            startedAt.put(run.playRunId(), run.startedAt());
            assertThat(started.get(run.playRunId())).isEqualTo(Arm.HOLDOUT);
            assertThat(ended).doesNotContainKey(run.playRunId());
            if (!run.isOpen()) {
                ended.put(run.playRunId(), new End(Arm.HOLDOUT, run.outcome(), run.endedAt()));
            }
        }

        void check() {
            Set<UUID> heldOut = new HashSet<>();
            for (HoldoutRun run : desk.holdouts().values()) {
                assertThat(run.openEpisodes()).isNotEmpty().allSatisfy(episode -> {
                    assertThat(heldOut.add(episode)).as("in one run only").isTrue();
                    assertThat(desk.signals().get(episode).status()).isEqualTo(SignalStatus.HELD_OUT);
                    assertThat(desk.signals().get(episode).signal().severity()).isNotEqualTo(Severity.CRITICAL);
                });
                assertThat(desk.openTasks().values())
                        .as("a play is not run and held out at once")
                        .noneMatch(task -> task.order().play().equals(run.play()));
            }
            assertThat(desk.holdouts().values()).extracting(HoldoutRun::play).doesNotHaveDuplicates();
        }
    }
}
