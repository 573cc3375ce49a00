package io.playcaller.router.task;

import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.sla.SlaClock;
import io.playcaller.router.sla.SlaPolicy;
import io.playcaller.router.task.TaskDecision.Changed;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A task passes from one person to another: what runs goes on by the calendar of who has it now. What was used up by then
 * stays used up, what was said stays said.
 *
 * @param past calendar of who had it; the standard one where nobody had
 * @param next calendar of who has it
 */
public record Handing(Instant now, BusinessCalendar past, BusinessCalendar next) {

    /** A step with the clocks as they run for who has the task after it; the same where nobody else has it. */
    public Changed on(Changed step) {
        Task before = step.before();
        if (before == null || before.settled() != null || isSamePerson(before, step.after())) {
            return step;
        }
        Set<String> ran = before.clocks().stream().map(Handing::name).collect(Collectors.toSet());
        Task after = step.after();
        return new Changed(
                before,
                after.withClocks(after.clocks().stream()
                        .map(run -> ran.contains(name(run)) ? passed(after, run) : run)
                        .toList()),
                step.step());
    }

    private SlaClock passed(Task task, SlaClock run) {
        SlaPolicy policy = task.policies().of(run, past);
        BusinessCalendar from = policy.calendarOf(run.clock(), next);
        return from.equals(policy.calendarOf(run.clock(), past))
                ? run
                : run.rederived(now, task.calendarOf(run, past), policy, from);
    }

    private static String name(SlaClock run) {
        return run.clock() + "/" + run.cycle();
    }

    private static boolean isSamePerson(Task before, Task after) {
        return Objects.equals(before.assignment().staffId(), after.assignment().staffId());
    }
}
