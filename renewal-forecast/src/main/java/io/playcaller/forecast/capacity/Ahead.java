package io.playcaller.forecast.capacity;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * The customers of a term ahead, by tier, on average.
 *
 * @param first whether it is the first of a plan: what is overdue is worked on in it
 * @param today those there are
 * @param atStart those there are when it begins
 * @param begin those that begin in it
 * @param renew those that began in a term of the plan and renew in it
 */
record Ahead(
        Term term,
        boolean first,
        Map<String, Double> today,
        Map<String, Double> atStart,
        Map<String, Double> begin,
        Map<String, Double> renew) {

    /** Whether a renewal of that day is worked on in it. */
    boolean has(LocalDate renewalOn) {
        return renewalOn.isBefore(term.until()) && (first || !renewalOn.isBefore(term.from()));
    }

    /** How many customers of some tiers there are for one of today; 1 where there is none today. */
    double growth(Set<String> tiers) {
        double now = sum(today, tiers);
        return now == 0 ? 1 : sum(atStart, tiers) / now;
    }

    private static double sum(Map<String, Double> customers, Set<String> tiers) {
        return tiers.stream()
                .mapToDouble(tier -> customers.getOrDefault(tier, 0.0))
                .sum();
    }
}
