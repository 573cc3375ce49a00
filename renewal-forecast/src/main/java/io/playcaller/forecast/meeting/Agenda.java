package io.playcaller.forecast.meeting;

import io.playcaller.forecast.engine.meeting.MeetingKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Which meeting a packet is for.
 *
 * @param since day of the one before
 * @param now when the packet is made
 */
public record Agenda(MeetingKind kind, LocalDate day, LocalDate since, Instant now) {

    private static final int MONTHS = 3;

    /** The morning of the day of the meeting before. */
    public Instant sinceMorning() {
        return since.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** Of a meeting that was the end of its day, else now: what came later is none of its business. */
    public Instant until() {
        Instant end = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        return end.isBefore(now) ? end : now;
    }

    /** The first day of the last quarter that is over. */
    public LocalDate quarter() {
        return quarterEnd().minusMonths(MONTHS);
    }

    /** The first day after it. */
    public LocalDate quarterEnd() {
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / MONTHS * MONTHS + 1, 1);
    }
}
