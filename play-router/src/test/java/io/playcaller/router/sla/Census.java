package io.playcaller.router.sla;

import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.calendar.BusinessCalendar;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What kinds of lives there were among those that were compared. */
final class Census {

    /** What a life may hold; one may hold several. */
    enum Kind {
        WITH_A_PAUSE,
        UNDER_ANOTHER_POLICY,
        BY_ANOTHER_CALENDAR,
        OVER_A_CHANGE_OF_THE_CLOCKS,
        OVER_A_HOLIDAY,
        WHILE_ITS_PERSON_WAS_AWAY,
        CRITICAL,
        RAN_OUT,
        NEVER_RAN_OUT
    }

    private final MinuteMaps maps;
    private final Map<Kind, Integer> held = new EnumMap<>(Kind.class);
    private int lives;

    Census(MinuteMaps maps) {
        this.maps = maps;
    }

    void add(ClockLife life, CountedLife counted) {
        lives++;
        count(Kind.WITH_A_PAUSE, life.count(ClockLife.Pause.class) > 0);
        count(Kind.UNDER_ANOTHER_POLICY, edits(life, edit -> !edit.policy().equals(life.policy())));
        count(Kind.BY_ANOTHER_CALENDAR, edits(life, edit -> !edit.calendar().equals(life.calendar())));
        count(Kind.OVER_A_CHANGE_OF_THE_CLOCKS, maps.changesOffset(life));
        BusinessCalendar calendar = maps.calendar(life.calendar());
        count(Kind.OVER_A_HOLIDAY, days(life, day -> calendar.holidays().containsKey(day)));
        count(Kind.WHILE_ITS_PERSON_WAS_AWAY, life.waits() && days(life, day -> isAway(calendar, day)));
        count(Kind.CRITICAL, life.policy().severity() == Severity.CRITICAL);
        count(Kind.RAN_OUT, counted.breachedAt().isPresent());
        count(Kind.NEVER_RAN_OUT, counted.breachedAt().isEmpty());
    }

    private void count(Kind kind, boolean holds) {
        held.merge(kind, holds ? 1 : 0, Integer::sum);
    }

    private static boolean edits(ClockLife life, Predicate<ClockLife.Edit> which) {
        return life.events().stream().anyMatch(event -> event instanceof ClockLife.Edit edit && which.test(edit));
    }

    /** Whether a day from its start to its end is one of these, by the place of the calendar with which it starts. */
    private boolean days(ClockLife life, Predicate<LocalDate> which) {
        var zone = maps.calendar(life.calendar()).zone();
        return life.start()
                .atZone(zone)
                .toLocalDate()
                .datesUntil(life.end().atZone(zone).toLocalDate().plusDays(1))
                .anyMatch(which);
    }

    private static boolean isAway(BusinessCalendar calendar, LocalDate day) {
        return calendar.away().stream().anyMatch(range -> range.covers(day));
    }

    int of(Kind kind) {
        return held.getOrDefault(kind, 0);
    }

    @Override
    public String toString() {
        return "%,d lives of clocks, of which ".formatted(lives)
                + held.entrySet().stream()
                        .map(kind -> "%,d %s"
                                .formatted(
                                        kind.getValue(),
                                        kind.getKey()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', ' ')))
                        .collect(Collectors.joining(", "));
    }
}
