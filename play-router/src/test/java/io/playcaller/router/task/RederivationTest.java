package io.playcaller.router.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.work.Clock;
import io.playcaller.contracts.work.TaskTransition;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.calendar.BusinessTime;
import io.playcaller.router.play.Play;
import io.playcaller.router.rules.Calendars;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.sla.ClockMark;
import io.playcaller.router.sla.SlaCase;
import io.playcaller.router.sla.SlaClock;
import io.playcaller.router.sla.SlaRule;
import io.playcaller.router.sla.SlaTable;
import io.playcaller.router.sla.SlaTargets;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.task.TaskDecision.Changed;
import io.playcaller.router.task.TaskDecision.Unchanged;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A task of Ana, made on Monday at ten, when the rules become others two hours later. */
class RederivationTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(2));
    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 3);
    private static final Assignment ANA = new Assignment("csm", "ana", "named-owner", "Ana is the account's csm.");

    private final RouterRules rules = TestRules.read();
    private final Task task = task();

    @Test
    void rulesThatSayTheSameOfATaskLeaveItAlone() {
        assertThat(new Rederivation(LATER, rules, rules).of(task)).isInstanceOf(Unchanged.class);
    }

    @Test
    void aNewDayOffMovesWhatIsDue() {
        // When
        Changed changed = (Changed) new Rederivation(LATER, rules, withDayOff()).of(task);

        // Then
        SlaClock complete = run(changed.after(), Clock.COMPLETE);
        assertThat(complete.dueAt()).isEqualTo(run(task, Clock.COMPLETE).dueAt().plus(Duration.ofDays(1)));
        assertThat(complete.log().get(1).kind()).isEqualTo(ClockMark.Kind.REDERIVED);
        assertThat(complete.log().get(1).consumed()).isEqualTo(Duration.ofHours(2));
        assertThat(changed.step().transition()).isEqualTo(TaskTransition.NOTED);
        assertThat(changed.armed()).extracting(Timer::clock).contains(Clock.COMPLETE);
    }

    @Test
    void whereNobodyKnowsTheRulesOfThenItIsTheSameByThoseOfNow() {
        RouterRules holiday = withDayOff();

        Changed changed = (Changed) new Rederivation(LATER, holiday, holiday).of(task);

        assertThat(run(changed.after(), Clock.COMPLETE).dueAt())
                .isEqualTo(run(task, Clock.COMPLETE).dueAt().plus(Duration.ofDays(1)));
        assertThat(new Rederivation(LATER, holiday, holiday).of(changed.after()))
                .as("once")
                .isInstanceOf(Unchanged.class);
    }

    @Test
    void anotherPolicyIsThatOfItsClocksFromThenOn() {
        // Given
        BusinessTime hours = BusinessTime.parse("3bh").orElseThrow();
        RouterRules shorter = with(rules.calendars(), new SlaTargets(Map.of(Clock.COMPLETE, hours)));

        // When
        Changed changed = (Changed) new Rederivation(LATER, rules, shorter).of(task);

        // Then
        assertThat(run(changed.after(), Clock.COMPLETE).dueAt())
                .as("three hours, of which two are used up")
                .isEqualTo(NOW.plus(Duration.ofHours(3)));
        assertThat(run(changed.after(), Clock.FIRST_TOUCH)).isEqualTo(run(task, Clock.FIRST_TOUCH));
        assertThat(changed.after().order().policy()).isNotEqualTo(task.order().policy());
    }

    @Test
    void aStepGoesByThePolicyOfTheStep() {
        Task step = task("sponsor-left", "sponsor-call");

        assertThat(new Rederivation(LATER, rules, rules).of(step)).isInstanceOf(Unchanged.class);
    }

    @Test
    void aStepThatThePlayHasNoLongerKeepsItsPolicy() {
        Task whole = task("usage-drop", null);
        WorkOrder order = whole.order();
        WorkOrder gone = new WorkOrder(
                order.taskId(),
                order.playRunId(),
                "sponsor-left",
                order.title(),
                order.ask(),
                order.minutes(),
                order.policy(),
                NOW,
                List.of(),
                "a-step-of-before",
                null);
        Task task = new TaskDecider(NOW)
                .create(gone, whole.signal(), ANA, rules.calendarOf(ANA))
                .after();

        assertThat(new Rederivation(LATER, rules, rules).of(task)).isInstanceOf(Unchanged.class);
    }

    private RouterRules withDayOff() {
        BusinessCalendar always = rules.calendars().of("24x7");
        Map<String, BusinessCalendar> byId = new HashMap<>(rules.calendars().byId());
        byId.put(
                "24x7",
                new BusinessCalendar("24x7", always.zone(), always.week(), Map.of(TUESDAY, "Town fair"), always.day()));
        return with(new Calendars(byId, rules.calendars().standard()), SlaTargets.NONE);
    }

    private RouterRules with(Calendars calendars, SlaTargets targets) {
        SlaRule rule = new SlaRule(
                "tests",
                new SlaRule.When(Set.of(), Set.of(), Set.of(), Set.of(), Set.of()),
                targets,
                Set.of(),
                null,
                null);
        SlaTable sla = new SlaTable(
                rules.sla().targets(),
                rules.sla().warnPercent(),
                rules.sla().ladders(),
                targets.isEmpty() ? List.of() : List.of(rule));
        return new RouterRules(
                "other",
                calendars,
                rules.roles(),
                rules.plays(),
                sla,
                rules.directory(),
                rules.windows(),
                rules.coverage());
    }

    private static SlaClock run(Task task, Clock clock) {
        return task.clock(clock).orElseThrow();
    }

    private Task task() {
        return task("usage-drop", null);
    }

    private Task task(String key, @Nullable String step) {
        SignalChanged signal = Signals.of("a1").build();
        Play play = rules.plays().play(key, step).orElseThrow();
        WorkOrder order = new WorkOrder(
                UUID.randomUUID(),
                UUID.randomUUID(),
                play.key(),
                play.title(),
                play.ask(),
                60,
                rules.policyOf(play, SlaCase.of(play.key(), signal, "adoption")),
                NOW,
                List.of(),
                step,
                null);
        return new TaskDecider(NOW)
                .create(order, signal, ANA, rules.calendarOf(ANA))
                .after();
    }
}
