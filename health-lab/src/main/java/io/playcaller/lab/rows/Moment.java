package io.playcaller.lab.rows;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A date without a time, or an instant, as a file writes it: {@code 2026-03-01}, {@code 2026-03-01T09:30:00Z}.
 *
 * @param noon of the date; the instant itself where it is one
 * @param end the first moment of the next day; the instant itself where it is one
 */
record Moment(Instant noon, Instant end) {

    private static final int DATE_LENGTH = 10;

    static Optional<Moment> of(String text) {
        try {
            return Optional.of(text.length() == DATE_LENGTH ? date(LocalDate.parse(text)) : instant(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Moment date(LocalDate date) {
        return new Moment(
                date.atTime(12, 0).toInstant(ZoneOffset.UTC),
                date.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private static Moment instant(String text) {
        Instant at = OffsetDateTime.parse(text).toInstant();
        return new Moment(at, at);
    }
}
