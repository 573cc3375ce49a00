package io.playcaller.router.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.Clock;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.sla.SlaClock;
import io.playcaller.router.sla.SlaPolicy;
import io.playcaller.router.sla.SlaTargets;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.task.TaskDecision.Changed;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WaitingTasksTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T00:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-03-04T00:00:00Z");

    private final RouterRules rules = TestRules.read();
    private final BusinessCalendar calendar = rules.calendars().of("24x7");
    private final WaitingTasks waiting = new WaitingTasks(NOW, calendar);

    @Test
    void whatWeighsMostBeginsFirstAndAsManyBeginOnEachDayAsBefore() {
        Task small = task(1, TUESDAY, 1_000, Severity.MEDIUM);
        Task large = task(2, WEDNESDAY, 9_000, Severity.MEDIUM);
        Task urgent = task(3, WEDNESDAY, 4_000, Severity.HIGH);

        Map<UUID, Instant> starts = startsAfter(List.of(small, large, urgent));

        assertThat(starts)
                .containsEntry(large.taskId(), TUESDAY)
                .containsEntry(urgent.taskId(), WEDNESDAY)
                .containsEntry(small.taskId(), WEDNESDAY);
    }

    @Test
    void urgencyWeighsAsMuchAsValue() {
        Task calm = task(1, TUESDAY, 5_000, Severity.LOW);
        Task urgent = task(2, WEDNESDAY, 2_000, Severity.HIGH);

        assertThat(startsAfter(List.of(calm, urgent))).containsEntry(urgent.taskId(), TUESDAY);
    }

    @Test
    void itsClocksRunFromItsNewDay() {
        Task small = task(1, TUESDAY, 1_000, Severity.MEDIUM);
        Task large = task(2, WEDNESDAY, 9_000, Severity.MEDIUM);

        List<Changed> changes = waiting.inOrder(List.of(small, large));

        assertThat(changes).hasSize(2).allSatisfy(change -> {
            Task after = change.after();
            assertThat(after.clocks().stream().filter(SlaClock::isRunning))
                    .isNotEmpty()
                    .allMatch(run -> run.startedAt().equals(after.startsAt()));
            assertThat(after.clock(Clock.ACCEPT).map(SlaClock::cycle)).contains(2);
            assertThat(change.armed()).as("of every clock one timer").hasSameSizeAs(change.cancelled());
        });
    }

    @Test
    void whatStandsInOrderOrHasBegunStaysAsItIs() {
        Task large = task(1, TUESDAY, 9_000, Severity.MEDIUM);
        Task small = task(2, WEDNESDAY, 1_000, Severity.MEDIUM);
        Task begun = task(3, NOW.minusSeconds(60), 100_000, Severity.MEDIUM);

        assertThat(waiting.inOrder(List.of(large, small, begun))).isEmpty();
    }

    private Map<UUID, Instant> startsAfter(List<Task> tasks) {
        Map<UUID, Instant> starts = new HashMap<>();
        tasks.forEach(task -> starts.put(task.taskId(), task.startsAt()));
        waiting.inOrder(tasks)
                .forEach(change ->
                        starts.put(change.after().taskId(), change.after().startsAt()));
        return starts;
    }

    private Task task(int number, Instant starts, long value, Severity severity) {
        SlaPolicy policy = SlaPolicy.of(severity, SlaTargets.NONE, null, null, rules.sla());
        WorkOrder order = new WorkOrder(
                new UUID(1, number), new UUID(2, number), "usage-drop", "Drop", "Ask.", 60, policy, NOW, List.of());
        return new TaskDecider(NOW)
                .create(
                        order,
                        Signals.of("a" + number)
                                .episode(new UUID(3, number))
                                .severity(severity)
                                .value(value * 100)
                                .build(),
                        new Assignment("csm", "ana", "later", "Ana begins it later.", starts),
                        calendar)
                .after();
    }
}
