package io.playcaller.health.account.in;

import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.health.account.After;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads query parameters; what does not fit is answered with 400, the field, what was expected and what came. */
final class Questions {

    static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 500;

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
        throw refused(field, "one of " + String.join(", ", allowed), value);
    }

    static @Nullable Instant instant(String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw refused(field, "an RFC 3339 time such as 2026-03-01T09:00:00Z", value);
        }
    }

    private static ProblemException refused(String field, String expected, String actual) {
        return new ProblemException(Problem.badField("parameter.invalid", field, expected, actual));
    }
}
