package io.playcaller.router.silence.in;

import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.router.silence.Matchers;
import io.playcaller.router.silence.MatchersReading;
import io.playcaller.router.silence.Trait;
import io.playcaller.router.silence.app.Silences.Wish;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks to silence. Every field at fault is said at once.
 *
 * @param match each of these traits is one of the values
 * @param not none of these traits is one of the values
 * @param from null for now
 * @param because why, in words
 */
record SilenceBody(
        @Nullable Map<String, @Nullable List<String>> match,
        @Nullable Map<String, @Nullable List<String>> not,
        @Nullable String from,
        @Nullable String until,
        @Nullable String because,
        @Nullable Boolean alsoCritical) {

    private static final int LONGEST_REASON = 500;
    private static final int LAST_YEAR = 9999;
    private static final String TIME = "an RFC 3339 time such as 2026-03-01T09:00:00Z";

    /**
     * The wish.
     *
     * @throws ProblemException naming every field at fault
     */
    Wish checked(Set<String> plays, String author) {
        List<FieldFault> faults = new ArrayList<>();
        Matchers matchers = new Matchers(traits("/match", match, plays, faults), traits("/not", not, plays, faults));
        if (matchers.isEmpty() && faults.isEmpty()) {
            faults.add(
                    new FieldFault("/match", "which signals it is about, such as {\"account\": [\"a-1\"]}", "nothing"));
        }
        Optional<Instant> begins = from == null ? Optional.empty() : instant("/from", from, faults);
        Optional<Instant> ends = instant("/until", until, faults);
        String why = because == null ? "" : because.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON || why.indexOf('\0') >= 0) {
            faults.add(new FieldFault(
                    "/because", "why, in 1 to " + LONGEST_REASON + " characters", because == null ? "null" : why));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.badFields("silence.invalid", faults));
        }
        return new Wish(
                matchers, Boolean.TRUE.equals(alsoCritical), begins.orElse(null), ends.orElseThrow(), why, author);
    }

    private static Map<Trait, Set<String>> traits(
            String field,
            @Nullable Map<String, @Nullable List<String>> written,
            Set<String> plays,
            List<FieldFault> faults) {
        if (written == null) {
            return Map.of();
        }
        for (Map.Entry<String, @Nullable List<String>> each : written.entrySet()) {
            if (each.getValue() == null || each.getValue().stream().anyMatch(Objects::isNull)) {
                faults.add(new FieldFault(field + "/" + each.getKey(), "a list of texts", "null"));
                return Map.of();
            }
        }
        return new MatchersReading(
                        plays,
                        (trait, found, expected) -> faults.add(new FieldFault(field + "/" + trait, expected, found)))
                .read(written);
    }

    private static Optional<Instant> instant(String field, @Nullable String text, List<FieldFault> faults) {
        Optional<Instant> instant = text == null ? Optional.empty() : parsed(text);
        if (instant.isEmpty()) {
            faults.add(new FieldFault(field, TIME, String.valueOf(text)));
        }
        return instant;
    }

    private static Optional<Instant> parsed(String text) {
        try {
            OffsetDateTime at = OffsetDateTime.parse(text);
            return at.getYear() >= 1 && at.getYear() <= LAST_YEAR ? Optional.of(at.toInstant()) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
