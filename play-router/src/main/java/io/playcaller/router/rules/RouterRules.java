package io.playcaller.router.rules;

import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.calendar.DayRange;
import io.playcaller.router.play.Play;
import io.playcaller.router.play.PlayBook;
import io.playcaller.router.silence.MaintenanceWindow;
import io.playcaller.router.sla.SlaCase;
import io.playcaller.router.sla.SlaPolicy;
import io.playcaller.router.sla.SlaTable;
import io.playcaller.router.staff.Assigner;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.staff.Coverage;
import io.playcaller.router.staff.Diary;
import io.playcaller.router.staff.Directory;
import io.playcaller.router.staff.LeadFinder;
import io.playcaller.router.staff.RoleChains;
import io.playcaller.router.staff.StaffMember;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All files of the router, read and checked together.
 *
 * @param version hash of their contents
 * @param windows in which signals make no work
 */
public record RouterRules(
        String version,
        Calendars calendars,
        RoleChains roles,
        PlayBook plays,
        SlaTable sla,
        Directory directory,
        List<MaintenanceWindow> windows,
        Coverage coverage) {

    /** Who is away for longer holds no clock: somebody else is to have their work. */
    public static final int LONGEST_ABSENCE_DAYS = 30;

    /** Finds assignees as of {@code now}, each person's day by their own calendar. */
    public Assigner assigner(Instant now) {
        return new Assigner(directory, roles, coverage, diary(now));
    }

    /** How days stand for our people at {@code now}. */
    public Diary diary(Instant now) {
        return new CalendarDiary(this, now);
    }

    public LeadFinder leads(Instant now) {
        return new LeadFinder(assigner(now));
    }

    /** The clocks of a play in a case. */
    public SlaPolicy policyOf(Play play, SlaCase of) {
        return sla.inCase(
                SlaPolicy.of(of.severity(), play.slaIn(of.tier()), play.giveUp(), play.escalation(), sla), of);
    }

    /** The calendar by which the clocks of a task run: its assignee's, without the days on which they are away. */
    public BusinessCalendar calendarOf(Assignment assignment) {
        return calendarOfPerson(assignment.staffId());
    }

    /** That of a person, without the days on which they are away; the standard one where nobody is. */
    public BusinessCalendar calendarOfPerson(@Nullable String staffId) {
        return directory.person(staffId).map(this::calendarOf).orElseGet(calendars::standard);
    }

    BusinessCalendar calendarOf(StaffMember person) {
        BusinessCalendar place = calendars.of(person.calendar());
        if (person.absences().isEmpty()) {
            return place;
        }
        List<DayRange> away = person.absences().stream()
                .map(absence -> new DayRange(absence.from(), absence.until()))
                .filter(absence -> absence.days() <= LONGEST_ABSENCE_DAYS)
                .toList();
        return place.without(away);
    }
}
