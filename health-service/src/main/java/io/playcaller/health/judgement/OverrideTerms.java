package io.playcaller.health.judgement;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says a score counts as.
 *
 * @param measure id of the measure; null for the whole score
 * @param points milli-points, 0 to 100,000
 * @param because why, in their words
 * @param until the first instant at which it no longer holds
 */
public record OverrideTerms(@Nullable String measure, long points, String because, Instant until) {

    /** How long one holds that names no end. */
    public static final Duration USUAL = Duration.ofDays(30);

    /** The longest that one may hold. */
    public static final Duration LONGEST = Duration.ofDays(90);

    /** Characters. */
    public static final int LONGEST_WORDS = 1_000;

    private static final BigDecimal MOST_POINTS = BigDecimal.valueOf(100_000);

    /** One field that is wrong. */
    public record Fault(String field, String expected, String actual) {}

    /**
     * As it was asked for.
     *
     * @param others names of fields that mean nothing: one that is misspelled must not widen what is overridden
     */
    public record Asked(
            @Nullable String measure,
            @Nullable BigDecimal points,
            @Nullable String because,
            @Nullable Instant until,
            Set<String> others) {

        public Asked {
            others = Set.copyOf(others);
        }

        /** All that is wrong with it at {@code now}; empty when it holds. */
        public List<Fault> faults(Set<String> measures, Instant now) {
            List<Fault> faults = new ArrayList<>();
            if (measure != null && !measures.contains(measure)) {
                String known = String.join(", ", new TreeSet<>(measures));
                faults.add(new Fault("/measure", "one of " + known + ", or none for the whole score", measure));
            }
            if (points == null || points.signum() < 0 || points.compareTo(MOST_POINTS) > 0 || fraction(points)) {
                faults.add(new Fault("/points", "whole milli-points, 0 to " + MOST_POINTS, String.valueOf(points)));
            }
            if (because == null
                    || because.isBlank()
                    || because.length() > LONGEST_WORDS
                    || because.indexOf('\0') >= 0) {
                String expected = "why, in at most " + LONGEST_WORDS + " characters, without U+0000";
                faults.add(new Fault("/because", expected, because == null ? "absent" : because.length() + " of them"));
            }
            if (until != null && (!until.isAfter(now) || until.isAfter(now.plus(LONGEST)))) {
                String expected = "after " + now + " and by " + now.plus(LONGEST);
                faults.add(new Fault("/until", expected, until.toString()));
            }
            new TreeSet<>(others)
                    .forEach(other ->
                            faults.add(new Fault("/" + other, "one of measure, points, because, until", "unknown")));
            return faults;
        }

        private static boolean fraction(BigDecimal number) {
            return number.stripTrailingZeros().scale() > 0;
        }

        /** What was asked for, where nothing is wrong with it. */
        public OverrideTerms terms(Instant now) {
            if (points == null || because == null) {
                throw new IllegalStateException("terms with faults");
            }
            return new OverrideTerms(
                    measure, points.longValueExact(), because.strip(), until == null ? now.plus(USUAL) : until);
        }
    }
}
