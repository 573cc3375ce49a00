package io.playcaller.contracts.deadletter;

import io.playcaller.contracts.UnreadableEventException;
import org.jspecify.annotations.Nullable;

/**
 * Why a record could not be used.
 *
 * @param reason stable code, such as {@code event.unreadable}
 * @param field the name of a header, or a JSON pointer into the value, empty for the whole; null when the record is not at
 *     fault, as are then {@code expected} and {@code actual}
 */
public record Fault(
        String reason,
        String detail,
        @Nullable String field,
        @Nullable String expected,
        @Nullable String actual) {

    private static final int LONGEST_DETAIL = 2_000;

    /** It is no event of its type. */
    public static Fault of(String reason, UnreadableEventException why) {
        return new Fault(reason, String.valueOf(why.getMessage()), why.field(), why.expected(), why.actual());
    }

    /** A field is not what it must be. */
    public static Fault field(String reason, String field, String expected, String actual) {
        return of(reason, new UnreadableEventException(field, expected, actual, null));
    }

    /** Working on it failed: the record is right as far as one can tell. Of a long detail the beginning is kept. */
    public static Fault ofOurs(String reason, String detail) {
        String kept = detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL) + "…";
        return new Fault(reason, kept, null, null, null);
    }
}
