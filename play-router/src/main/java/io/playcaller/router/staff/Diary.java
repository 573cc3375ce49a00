package io.playcaller.router.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;

/** How days stand for a person as of one instant: by their working hours, without the days on which they are away. */
public interface Diary {

    /** As of when. */
    Instant now();

    /** The local day. */
    LocalDate today(StaffMember person);

    /** The working day to which what comes now belongs: today, or the next one where they do not work today. */
    LocalDate day(StaffMember person);

    /** Their working days after that, in order. */
    Stream<LocalDate> daysAfter(StaffMember person);

    /** When what comes begins to belong to a working day of theirs: after the end of the one before. */
    Instant begins(StaffMember person, LocalDate day);

    /** When they begin to work on a working day. */
    Instant opens(StaffMember person, LocalDate day);

    /** Working minutes for tasks that they have in the week of today: fewer where they are away or there is a holiday. */
    int minutesThisWeek(StaffMember person);

    /** Whether their hours and the office hours of a place have so many hours of a usual day in common. */
    boolean meets(StaffMember person, ZoneId office, int hours);
}
