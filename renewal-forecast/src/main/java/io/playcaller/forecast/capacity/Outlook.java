package io.playcaller.forecast.capacity;

import io.playcaller.forecast.capacity.CapacityKnown.Customer;
import io.playcaller.forecast.capacity.WhatIf.Leaving;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many customers there are from term to term. Who begins is onboarded in that term, in the book from the next one on, and renews a term
 * of the contract later; who leaves does so within a term, so that the book at its start has them.
 */
record Outlook(CapacityKnown known, WhatIf asked) {

    List<Ahead> ahead() {
        Map<String, Double> today = known.customers().stream()
                .collect(Collectors.groupingBy(Customer::tier, TreeMap::new, Collectors.summingDouble(customer -> 1)));
        Map<String, Double> book = today;
        List<Map<String, Double>> joined = new ArrayList<>();
        List<Ahead> ahead = new ArrayList<>();
        for (Term term : Term.ahead(known.today(), asked.quarters())) {
            Map<String, Double> pipeline = pipeline(term);
            Map<String, Double> begin = asked.alsoAsUsual() ? plus(pipeline, asUsual(term)) : pipeline;
            int began = joined.size() - asked.termQuarters();
            Map<String, Double> renew = began < 0 ? Map.of() : joined.get(began);
            Ahead now = new Ahead(term, ahead.isEmpty(), today, book, begin, renew);
            ahead.add(now);
            joined.add(asked.leaving() instanceof Leaving.AsManyAsCome ? pipeline : begin);
            book = plus(left(now), joined.get(joined.size() - 1));
        }
        return ahead;
    }

    private Map<String, Double> pipeline(Term term) {
        return asked.pipeline().stream()
                .filter(beginning -> beginning.quarter().equals(term.quarter()))
                .collect(Collectors.groupingBy(
                        WhatIf.Beginning::tier, TreeMap::new, Collectors.summingDouble(WhatIf.Beginning::customers)));
    }

    private Map<String, Double> asUsual(Term term) {
        double days = Math.max(1, Term.workingDays(known.from(), known.today()));
        Map<String, Double> byTier = new TreeMap<>();
        known.begun().forEach((tier, count) -> byTier.put(tier, count / days * term.workingDays()));
        return byTier;
    }

    /** What is left at the end of a term of the book at its start. */
    private Map<String, Double> left(Ahead now) {
        Map<String, Double> left = new TreeMap<>(now.atStart());
        if (asked.leaving() instanceof Leaving.ByTarget target) {
            double stay = Math.pow(target.grr(), now.term().ofYear());
            left.replaceAll((tier, customers) -> customers * stay);
        } else if (asked.leaving() instanceof Leaving.ByForecast) {
            known.renewals().stream()
                    .filter(due -> now.has(due.on()))
                    .forEach(due -> left.computeIfPresent(
                            due.tier(), (tier, customers) -> Math.max(0, customers - due.leaves())));
        }
        return left;
    }

    private static Map<String, Double> plus(Map<String, Double> some, Map<String, Double> others) {
        Map<String, Double> sum = new TreeMap<>(some);
        others.forEach((tier, customers) -> sum.merge(tier, customers, Double::sum));
        return sum;
    }
}
