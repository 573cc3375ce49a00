package io.playcaller.router.task;

import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.staff.Assignment;
import java.time.Instant;

/**
 * Somebody else is to have a task. They are to accept it anew; what its other clocks have used up stays used up, and they go on
 * by the calendar of who has it then.
 *
 * @param by who says so
 * @param past calendar of who has it now
 * @param next calendar of who has it then
 */
public record Reassignment(Actor by, Assignment to, BusinessCalendar past, BusinessCalendar next) {

    /** What it does to a task; nothing to one that they have already. */
    public TaskDecision of(Task task, Instant now) {
        TaskDecision decision = new TaskDecider(now).reassign(task, by, to, next);
        return decision instanceof TaskDecision.Changed changed ? new Handing(now, past, next).on(changed) : decision;
    }
}
