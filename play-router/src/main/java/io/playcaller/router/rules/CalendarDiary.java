package io.playcaller.router.rules;

import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.staff.Diary;
import io.playcaller.router.staff.StaffMember;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Days by the calendars of the rules. Of each person it is worked out once; lives with one router, on one thread at a time. */
final class CalendarDiary implements Diary {

    private static final int DAYS_OF_WEEK = 7;

    /** Who does not work for longer has no next working day. */
    private static final int HORIZON_DAYS = 60;

    private static final LocalTime OFFICE_OPENS = LocalTime.of(9, 0);
    private static final LocalTime OFFICE_CLOSES = LocalTime.of(17, 0);
    private static final Duration INSTANT = Duration.ofMillis(1);

    private final RouterRules rules;
    private final Instant now;
    private final Map<String, BusinessCalendar> calendars = new HashMap<>();
    private final Map<String, LocalDate> todays = new HashMap<>();
    private final Map<String, LocalDate> workingDays = new HashMap<>();
    private final Map<String, Integer> minutes = new HashMap<>();
    private final Map<Meeting, Boolean> meetings = new HashMap<>();

    /** Somebody, the place of an office, and how many of its hours they are to share. */
    private record Meeting(String staffId, ZoneId office, int hours) {}

    CalendarDiary(RouterRules rules, Instant now) {
        this.rules = rules;
        this.now = now;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public LocalDate today(StaffMember person) {
        return todays.computeIfAbsent(person.staffId(), id -> calendar(person).dayOf(now));
    }

    @Override
    public LocalDate day(StaffMember person) {
        return workingDays.computeIfAbsent(person.staffId(), id -> firstDay(person, today(person)));
    }

    private LocalDate firstDay(StaffMember person, LocalDate today) {
        return days(person, today).findFirst().orElse(today);
    }

    @Override
    public Stream<LocalDate> daysAfter(StaffMember person) {
        return days(person, day(person).plusDays(1));
    }

    private Stream<LocalDate> days(StaffMember person, LocalDate from) {
        BusinessCalendar calendar = calendar(person);
        return from.datesUntil(from.plusDays(HORIZON_DAYS)).filter(date -> works(person, calendar, date));
    }

    private static boolean works(StaffMember person, BusinessCalendar calendar, LocalDate date) {
        return calendar.whyOff(date).isEmpty() && !person.isAway(date);
    }

    @Override
    public Instant begins(StaffMember person, LocalDate day) {
        BusinessCalendar calendar = calendar(person);
        LocalDate before = Stream.iterate(day.minusDays(1), date -> date.minusDays(1))
                .limit(HORIZON_DAYS)
                .filter(date -> works(person, calendar, date))
                .findFirst()
                .orElse(day.minusDays(1));
        return before.plusDays(1).atStartOfDay(calendar.zone()).toInstant();
    }

    @Override
    public Instant opens(StaffMember person, LocalDate day) {
        BusinessCalendar calendar = calendar(person);
        return calendar.add(day.atStartOfDay(calendar.zone()).toInstant(), INSTANT)
                .minus(INSTANT);
    }

    @Override
    public int minutesThisWeek(StaffMember person) {
        return minutes.computeIfAbsent(person.staffId(), id -> minutesOfWeek(person));
    }

    private int minutesOfWeek(StaffMember person) {
        BusinessCalendar calendar = calendar(person);
        LocalDate monday = today(person).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        int usual = 0;
        int present = 0;
        for (LocalDate date = monday; date.isBefore(monday.plusDays(DAYS_OF_WEEK)); date = date.plusDays(1)) {
            usual += calendar.shiftsOf(date.getDayOfWeek()).isEmpty() ? 0 : 1;
            present += works(person, calendar, date) ? 1 : 0;
        }
        return person.time().minutesAWeek() * present / usual;
    }

    @Override
    public boolean meets(StaffMember person, ZoneId office, int hours) {
        return meetings.computeIfAbsent(
                new Meeting(person.staffId(), office, hours), any -> sharesHours(person, office, hours));
    }

    /** Of Tuesday to Thursday of this week, so that one holiday says nothing. */
    private boolean sharesHours(StaffMember person, ZoneId office, int hours) {
        BusinessCalendar calendar = calendar(person).ofPlace();
        LocalDate tuesday = today(person)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusDays(1);
        return tuesday.datesUntil(tuesday.plusDays(3))
                .anyMatch(date -> calendar.between(
                                        date.atTime(OFFICE_OPENS).atZone(office).toInstant(),
                                        date.atTime(OFFICE_CLOSES)
                                                .atZone(office)
                                                .toInstant())
                                .compareTo(Duration.ofHours(hours))
                        >= 0);
    }

    private BusinessCalendar calendar(StaffMember person) {
        return calendars.computeIfAbsent(person.staffId(), id -> rules.calendarOf(person));
    }
}
