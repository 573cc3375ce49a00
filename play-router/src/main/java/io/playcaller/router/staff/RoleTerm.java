package io.playcaller.router.staff;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That somebody holds a role, for some time or for good.
 *
 * @param from first day; null for as long as they have been here
 * @param until last day; null for as long as they stay
 */
public record RoleTerm(
        String role, @Nullable LocalDate from, @Nullable LocalDate until) {

    /** For as long as they are here. */
    public static RoleTerm always(String role) {
        return new RoleTerm(role, null, null);
    }

    boolean covers(LocalDate day) {
        return whyNot(day).isEmpty();
    }

    /** Why it is not theirs on a day, to be said after {@code is} or {@code was}; empty when it is. */
    Optional<String> whyNot(LocalDate day) {
        if (from != null && day.isBefore(from)) {
            return Optional.of("is " + role + " only from " + from);
        }
        return until != null && day.isAfter(until) ? Optional.of("was " + role + " until " + until) : Optional.empty();
    }
}
