package io.playcaller.router.rules;

import io.playcaller.router.calendar.BusinessCalendar;
import java.util.Map;

/** All calendars; the standard one serves tasks that nobody has. */
public record Calendars(Map<String, BusinessCalendar> byId, BusinessCalendar standard) {

    public Calendars {
        byId = Map.copyOf(byId);
    }

    /** The calendar of that id, or the standard one where it is gone. */
    public BusinessCalendar of(String id) {
        BusinessCalendar calendar = byId.get(id);
        return calendar == null ? standard : calendar;
    }
}
