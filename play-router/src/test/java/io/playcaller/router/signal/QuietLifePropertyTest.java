package io.playcaller.router.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.HoldoutRules;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.brake.Brake;
import io.playcaller.router.brake.BrakeLimits;
import io.playcaller.router.routing.Restraints;
import io.playcaller.router.routing.Router;
import io.playcaller.router.routing.Waits;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.silence.Matchers;
import io.playcaller.router.silence.Silence;
import io.playcaller.router.silence.Trait;
import io.playcaller.router.staff.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * The same signals in two worlds: one with silences that come and go and a brake, one without. Nothing is lost on the way, and once
 * all silences are over and all that was held is released the same signals have runs: tasks, or where lots are drawn runs that are held out.
 */
class QuietLifePropertyTest {

    /** None of them mutes another: what has a run then does not depend on when it was looked at. */
    private static final List<Reason> REASONS = List.of(
            Reason.USAGE_SEATS_IDLE,
            Reason.SUP_BACKLOG,
            Reason.COM_INVOICE_OVERDUE,
            Reason.COM_PRICE,
            Reason.REL_NO_TOUCH);

    private static final Set<SignalStatus> ON_A_TASK = EnumSet.of(SignalStatus.TASK, SignalStatus.JOINED);

    private static final Set<SignalStatus> WAITING = EnumSet.of(SignalStatus.SILENCED, SignalStatus.HELD);

    /** Nobody is held out. */
    private static final RouterRules RULES = TestRules.read();

    /** What is not critical is held out, but of two plays nobody is: both arms come to the brake. */
    private static final RouterRules DRAWING = HoldoutRules.of(100, "idle-seats", "invoice-overdue");

    private enum Act {
        SAY,
        CLEAR,
        SILENCE,
        WITHDRAW,
        LOOK_AGAIN
    }

    /** @param which reason */
    private record Step(Act act, int which, Severity severity, int hours) {}

    @Property(tries = 300)
    void nothingIsLostAndInTheEndTheSameHasATask(@ForAll("steps") List<Step> steps) {
        inTheEndTheSameHasARun(steps, RULES);
    }

    @Property(tries = 300)
    void nothingIsLostAndInTheEndTheSameHasARunInOneArmOrTheOther(@ForAll("steps") List<Step> steps) {
        inTheEndTheSameHasARun(steps, DRAWING);
    }

    private static void inTheEndTheSameHasARun(List<Step> steps, RouterRules rules) {
        World quiet = new World(rules, 2);
        World loud = new World(rules, 1_000);
        for (Step step : steps) {
            quiet.take(step);
            if (step.act() == Act.SAY || step.act() == Act.CLEAR) {
                loud.take(step);
            } else {
                loud.pass(step.hours());
            }
            quiet.check();
        }
        quiet.end();
        assertThat(quiet.withRun()).isEqualTo(loud.withRun());
        assertThat(quiet.open()).isEqualTo(quiet.withRun());
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(6, Act.SAY),
                                Tuple.of(2, Act.CLEAR),
                                Tuple.of(2, Act.SILENCE),
                                Tuple.of(1, Act.WITHDRAW),
                                Tuple.of(2, Act.LOOK_AGAIN)),
                        Arbitraries.integers().between(0, REASONS.size() - 1),
                        Arbitraries.of(Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL),
                        Arbitraries.integers().between(0, 5))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    /** An account of its own for each reason, so that each begins runs, and one limit for all. */
    private static final class World {

        private final RouterRules rules;
        private final BrakeLimits limits;
        private final Map<Reason, AccountDesk> desks = new HashMap<>();
        private final Map<Reason, Integer> transitions = new HashMap<>();
        private final List<Silence> silences = new ArrayList<>();
        private final List<Instant> begun = new ArrayList<>();
        private Instant now = Instant.parse("2026-03-02T10:00:00Z");

        World(RouterRules rules, int total) {
            this.rules = rules;
            Map<String, Integer> byPlay =
                    rules.plays().plays().stream().collect(Collectors.toMap(play -> play.key(), play -> total));
            this.limits = new BrakeLimits(byPlay, total);
        }

        void pass(int hours) {
            now = now.plus(Duration.ofHours(hours));
        }

        void take(Step step) {
            pass(step.hours());
            Reason reason = REASONS.get(step.which());
            switch (step.act()) {
                case SAY -> say(reason, step.severity(), isOpen(reason) ? SignalState.UPDATED : SignalState.OPENED);
                case CLEAR -> {
                    if (isOpen(reason)) {
                        say(reason, step.severity(), SignalState.CLEARED);
                    }
                }
                case SILENCE -> silences.add(silence(reason, step.severity() == Severity.CRITICAL));
                case WITHDRAW -> withdraw(reason);
                case LOOK_AGAIN -> lookAgain();
            }
        }

        private void say(Reason reason, Severity severity, SignalState state) {
            SignalChanged signal = Signals.of("a-" + reason.code())
                    .episode(new UUID(7, REASONS.indexOf(reason)))
                    .reason(reason)
                    .severity(severity)
                    .transition(transitions.merge(reason, 1, Integer::sum), state)
                    .owner("csm", "ana")
                    .build();
            decide(reason, decider -> decider.decide(desk(reason), signal, Workload.EMPTY));
        }

        /** As the service does it: once without the brake, and where that begins runs, by it. */
        private void decide(Reason reason, Function<SignalDecider, SignalEffects> decision) {
            Function<Map<UUID, String>, SignalEffects> decide = braked ->
                    decision.apply(new SignalDecider(Router.of(rules, new Restraints(inForce(), braked), now)));
            begun.removeIf(at -> !at.isAfter(now.minus(Duration.ofHours(1))));
            Brake brake = new Brake(limits, Map.of("before", begun.size()));
            AccountDesk before = desk(reason);
            SignalEffects settled = brake.settle(decide.apply(Map.of()), effects -> runs(before, effects), decide);
            runs(before, settled).stream().filter(run -> !run.heldOut()).forEach(run -> begun.add(now));
            desks.put(reason, before.after(settled));
        }

        private static List<Brake.Run> runs(AccountDesk before, SignalEffects effects) {
            Stream<Brake.Run> withTask = effects.tasks().stream()
                    .filter(change -> change.before() == null)
                    .map(change -> new Brake.Run(
                            change.after().signal().episodeId(),
                            change.after().order().play()));
            Stream<Brake.Run> heldOut = effects.holdouts().stream()
                    .filter(run -> run.isOpen() && !before.holdouts().containsKey(run.playRunId()))
                    .map(run -> new Brake.Run(run.episodeId(), run.play(), true));
            return Stream.concat(withTask, heldOut).toList();
        }

        private List<Silence> inForce() {
            return silences.stream()
                    .filter(silence -> silence.until(now).isPresent())
                    .toList();
        }

        private Silence silence(Reason reason, boolean alsoCritical) {
            Matchers matchers = new Matchers(Map.of(Trait.REASON, Set.of(reason.code())), Map.of());
            return new Silence(
                    UUID.randomUUID(),
                    matchers,
                    alsoCritical,
                    now,
                    now.plus(Duration.ofHours(9)),
                    "Work.",
                    "lea",
                    now,
                    null);
        }

        private void withdraw(Reason reason) {
            silences.removeIf(
                    silence -> silence.matchers().is().get(Trait.REASON).contains(reason.code()));
            waiting(reason, SignalStatus.SILENCED).forEach(known -> {
                KnownSignal woken = new KnownSignal(
                        known.signal(),
                        known.status(),
                        null,
                        known.path(),
                        new Waits(known.waits().on(), now));
                desks.put(reason, desk(reason).after(new SignalEffects(List.of(woken), List.of())));
            });
            lookAgain();
        }

        private void lookAgain() {
            for (Reason reason : REASONS) {
                waiting(reason, SignalStatus.SILENCED)
                        .forEach(known -> decide(
                                reason,
                                decider -> new WaitDecider(decider)
                                        .silenceOver(desk(reason), known.episodeId(), Workload.EMPTY)));
            }
        }

        /** All silences run out, and somebody releases all that is held. */
        void end() {
            pass(24);
            lookAgain();
            WaitDecider waits = new WaitDecider(new SignalDecider(Router.of(rules, now)));
            WaitDecider.Word word = new WaitDecider.Word("lea", "All of it.");
            for (Reason reason : REASONS) {
                waiting(reason, SignalStatus.HELD)
                        .forEach(known -> desks.put(
                                reason,
                                desk(reason)
                                        .after(waits.released(desk(reason), known.episodeId(), word, Workload.EMPTY))));
            }
        }

        private AccountDesk desk(Reason reason) {
            return desks.getOrDefault(reason, AccountDesk.EMPTY);
        }

        private List<KnownSignal> waiting(Reason reason, SignalStatus status) {
            return desk(reason).signals().values().stream()
                    .filter(known -> known.status() == status && known.isOpen())
                    .toList();
        }

        private boolean isOpen(Reason reason) {
            return desk(reason).signals().values().stream().anyMatch(KnownSignal::isOpen);
        }

        Set<Reason> open() {
            return REASONS.stream().filter(this::isOpen).collect(Collectors.toSet());
        }

        Set<Reason> withRun() {
            return REASONS.stream()
                    .filter(reason -> desk(reason).signals().values().stream()
                            .anyMatch(known -> known.isOpen() && hasRun(desk(reason), known)))
                    .collect(Collectors.toSet());
        }

        private static boolean hasRun(AccountDesk desk, KnownSignal known) {
            return known.status() == SignalStatus.HELD_OUT
                    ? desk.holdouts().values().stream()
                            .anyMatch(run -> run.openEpisodes().contains(known.episodeId()))
                    : known.taskId() != null && desk.openTasks().containsKey(known.taskId());
        }

        void check() {
            for (Reason reason : REASONS) {
                desk(reason).signals().values().stream()
                        .filter(KnownSignal::isOpen)
                        .forEach(known -> {
                            boolean heldOut = rules == DRAWING && known.status() == SignalStatus.HELD_OUT;
                            assertThat(known.taskId() != null).isEqualTo(ON_A_TASK.contains(known.status()));
                            assertThat(known.waits() != null).isEqualTo(WAITING.contains(known.status()));
                            assertThat(known.taskId() != null || known.waits() != null || heldOut)
                                    .isTrue();
                        });
            }
        }
    }
}
