package io.playcaller.router.rules;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.play.Play;
import io.playcaller.router.play.PlayBook;
import io.playcaller.router.sla.SlaPolicy;
import io.playcaller.router.sla.SlaTable;
import io.playcaller.router.staff.Assigner;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.staff.Directory;
import io.playcaller.router.staff.LeadFinder;
import io.playcaller.router.staff.RoleChains;
import io.playcaller.router.staff.StaffMember;
import java.time.Instant;

/**
 * All files of the router, read and checked together.
 *
 * @param version hash of their contents
 */
public record RouterRules(
        String version, Calendars calendars, RoleChains roles, PlayBook plays, SlaTable sla, Directory directory) {

    /** Finds assignees as of {@code now}, each person's day by their own calendar. */
    public Assigner assigner(Instant now) {
        return new Assigner(directory, roles, person -> calendarOf(person).dayOf(now));
    }

    public LeadFinder leads(Instant now) {
        return new LeadFinder(assigner(now));
    }

    /** The clocks that {@code play} runs for {@code signal}. */
    public SlaPolicy policyOf(Play play, SignalChanged signal) {
        String tier =
                signal.account() == null ? null : signal.account().profile().tier();
        return SlaPolicy.of(signal.severity(), play.slaIn(tier), play.giveUp(), play.escalation(), sla);
    }

    /** The calendar by which the clocks of a task run: its assignee's. */
    public BusinessCalendar calendarOf(Assignment assignment) {
        return directory.person(assignment.staffId()).map(this::calendarOf).orElseGet(calendars::standard);
    }

    private BusinessCalendar calendarOf(StaffMember person) {
        return calendars.of(person.calendar());
    }
}
