package io.playcaller.router.task.in;

import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request, so that every field at fault is said at once. */
final class Checks {

    private static final int LONGEST_NOTE = 4_000;
    private static final String NOTE = "/note";

    /** Of RFC 3339. */
    private static final int LAST_YEAR = 9999;

    private final String code;
    private final List<FieldFault> faults = new ArrayList<>();

    /** @param code of the problem, when there is one */
    Checks(String code) {
        this.code = code;
    }

    /** What a word stands for; null, and a fault, where it is missing or stands for nothing. */
    <T> @Nullable T required(
            String field, String expected, @Nullable String word, Function<String, @Nullable T> meaning) {
        T value = word == null ? null : meaning.apply(word);
        that(value != null, field, expected, String.valueOf(word));
        return value;
    }

    /** The same of a word that may be missing. */
    <T> @Nullable T optional(
            String field, String expected, @Nullable String word, Function<String, @Nullable T> meaning) {
        return word == null ? null : required(field, expected, word, meaning);
    }

    /** A note that must be there. */
    String words(@Nullable String note, String expected) {
        that(note != null && !note.isBlank(), NOTE, expected, String.valueOf(note));
        text(note);
        return note == null ? "" : note;
    }

    /** A note that may be missing. */
    void text(@Nullable String note) {
        String given = note == null ? "" : note;
        that(given.indexOf('\0') < 0, NOTE, "text", "text with a NUL character");
        that(
                given.length() <= LONGEST_NOTE,
                NOTE,
                "at most " + LONGEST_NOTE + " characters",
                given.length() + " characters");
    }

    void that(boolean holds, String field, String expected, String actual) {
        if (!holds) {
            faults.add(new FieldFault(field, expected, actual));
        }
    }

    /** @return what was read, when nothing was at fault */
    <T> T passed(@Nullable T read) {
        if (read == null || !faults.isEmpty()) {
            throw new ProblemException(Problem.badFields(code, faults));
        }
        return read;
    }

    static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable Instant instant(String text) {
        try {
            OffsetDateTime at = OffsetDateTime.parse(text);
            return at.getYear() >= 1 && at.getYear() <= LAST_YEAR ? at.toInstant() : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
