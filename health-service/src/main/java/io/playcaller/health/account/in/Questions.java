package io.playcaller.health.account.in;

import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.account.AccountOrder;
import io.playcaller.health.account.AccountPlace;
import io.playcaller.health.account.After;
import io.playcaller.health.account.Period;
import io.playcaller.health.account.Seen;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads query parameters; what does not fit is answered with 400, the field, what was expected and what came. */
final class Questions {

    static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 500;

    /** Of RFC 3339. */
    private static final int LAST_YEAR = 9999;

    private static final String TIME = "an RFC 3339 time such as 2026-03-01T09:00:00Z";
    private static final String PERCENT = "a whole number from 0 to 100, in percent";
    private static final String WITH_SCORE = "scored";

    private Questions() {}

    static int limit(@Nullable Integer limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw refused("limit", "a whole number from 1 to " + MAX_LIMIT, limit.toString());
        }
        return limit;
    }

    static @Nullable After after(@Nullable String cursor) {
        return Cursor.read(cursor, (value, id) -> new After(Long.parseLong(value), id));
    }

    static @Nullable After afterEpisode(@Nullable String cursor) {
        return Cursor.read(
                cursor,
                (value, id) ->
                        new After(Long.parseLong(value), UUID.fromString(id).toString()));
    }

    static @Nullable String oneOf(String field, @Nullable String value, Set<String> allowed) {
        if (value == null || value.isEmpty() || allowed.contains(value)) {
            return value == null || value.isEmpty() ? null : value;
        }
        throw refused(field, "one of " + String.join(", ", new TreeSet<>(allowed)), value);
    }

    static @Nullable Reason reason(String field, @Nullable String code) {
        if (code == null || code.isEmpty()) {
            return null;
        }
        return Reason.ofCode(code)
                .orElseThrow(() -> refused(field, "the code of a reason, such as usage.drop (docs/reasons.md)", code));
    }

    /** An id of somebody else's: any text that PostgreSQL can hold. */
    static @Nullable String id(String field, @Nullable String value, int longest) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        if (value.length() > longest || value.indexOf('\0') >= 0) {
            throw refused(field, "an id of at most " + longest + " characters, without U+0000", value);
        }
        return value;
    }

    static @Nullable Integer percent(String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        try {
            int percent = Integer.parseInt(value);
            if (percent >= 0 && percent <= 100) {
                return percent;
            }
        } catch (NumberFormatException e) {
            throw refused(field, PERCENT, value);
        }
        throw refused(field, PERCENT, value);
    }

    /** The end of a page of accounts; one of another order is none. */
    static @Nullable AccountPlace place(@Nullable String cursor, AccountOrder order) {
        return Cursor.read(cursor, (value, id) -> {
            String[] parts = value.split(":", -1);
            if (parts.length != 3 || !parts[0].equals(order.code())) {
                throw new IllegalArgumentException("a cursor of another order");
            }
            return new AccountPlace(parts[1].equals(WITH_SCORE), Long.parseLong(parts[2]), id);
        });
    }

    static Cursor cursor(AccountPlace place, AccountOrder order) {
        String scored = place.scored() ? WITH_SCORE : "";
        return new Cursor(order.code() + ":" + scored + ":" + place.value(), place.id());
    }

    static @Nullable Instant instant(String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        try {
            OffsetDateTime at = OffsetDateTime.parse(value);
            if (at.getYear() >= 1 && at.getYear() <= LAST_YEAR) {
                return at.toInstant();
            }
        } catch (DateTimeException e) {
            throw refused(field, TIME, value);
        }
        throw refused(field, TIME, value);
    }

    static Seen seen(@Nullable String asOf, @Nullable String knownAt) {
        return new Seen(instant("asOf", asOf), instant("knownAt", knownAt));
    }

    static Period period(@Nullable String from, @Nullable String to) {
        Instant first = instant("from", from);
        Instant end = instant("to", to);
        if (first != null && end != null && !first.isBefore(end)) {
            throw refused("to", "a time after from, which is " + first, end.toString());
        }
        return new Period(first, end);
    }

    static ProblemException refused(String field, String expected, String actual) {
        return new ProblemException(Problem.badField("parameter.invalid", field, expected, actual));
    }
}
