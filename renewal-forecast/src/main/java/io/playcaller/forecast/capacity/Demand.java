package io.playcaller.forecast.capacity;

import io.playcaller.forecast.capacity.CapacityKnown.Customer;
import io.playcaller.forecast.capacity.CapacityRules.Ask;
import io.playcaller.forecast.capacity.CapacityRules.EventWork;
import io.playcaller.forecast.engine.capacity.Band;
import io.playcaller.forecast.engine.capacity.TaskTime;
import io.playcaller.forecast.engine.capacity.WorkStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The work that comes to a role in a term: tasks of its plays as often as measured for each customer of its tiers, renewals that are due,
 * customers that begin, and expansion where a target asks for it. Undecided renewals past their day, and customers that are in onboarding now,
 * count in the first term.
 */
record Demand(CapacityRules rules, CapacityKnown known, WhatIf asked) {

    /** Where the tasks of a role have this stage they are of a customer that begins. */
    private static final String ONBOARDING = "onboarding";

    List<WorkStream> of(String role, Ahead ahead) {
        List<WorkStream> streams = new ArrayList<>(usual(role, ahead));
        streams.addAll(ofEvents("renewals", rules.renewals(), role, renewals(ahead)));
        streams.addAll(ofEvents("onboarding", rules.onboarding(), role, beginners(ahead)));
        streams.addAll(expansion(role, ahead));
        return streams;
    }

    private List<WorkStream> usual(String role, Ahead ahead) {
        double growth = ahead.growth(tiers(role, ahead));
        double days = Math.max(1, Term.workingDays(known.from(), known.today()));
        Map<String, Long> tasks = known.tasks().stream()
                .filter(task -> task.role().equals(role) && !isEvent(task))
                .collect(Collectors.groupingBy(TaskTime::play, TreeMap::new, Collectors.counting()));
        return tasks.entrySet().stream()
                .map(play -> new WorkStream(
                        play.getKey(),
                        play.getValue() / days * ahead.term().workingDays() * growth,
                        rules.minutes().of(play.getKey())))
                .toList();
    }

    /** The tiers whose customers a role works for: those that it serves; all where it serves none. */
    private Set<String> tiers(String role, Ahead ahead) {
        Set<String> served = rules.bands(role).stream().map(Band::tier).collect(Collectors.toSet());
        return served.isEmpty() ? ahead.atStart().keySet() : served;
    }

    private boolean isEvent(TaskTime task) {
        WhatIf.Growth growth = asked.growth();
        return (growth != null && growth.plays().contains(task.play()))
                || rules.renewals().plays().contains(task.play())
                || rules.onboarding().plays().contains(task.play());
    }

    private Map<String, Double> renewals(Ahead ahead) {
        Map<String, Double> byTier = new HashMap<>(ahead.renew());
        known.renewals().stream()
                .filter(due -> ahead.has(due.on()))
                .forEach(due -> byTier.merge(due.tier(), 1.0, Double::sum));
        return byTier;
    }

    private Map<String, Double> beginners(Ahead ahead) {
        Map<String, Double> byTier = new HashMap<>(ahead.begin());
        if (ahead.first()) {
            known.customers().stream()
                    .filter(customer -> customer.stage().equals(ONBOARDING))
                    .map(Customer::tier)
                    .forEach(tier -> byTier.merge(tier, 1.0, Double::sum));
        }
        return byTier;
    }

    private List<WorkStream> expansion(String role, Ahead ahead) {
        WhatIf.Growth growth = asked.growth();
        if (growth == null || !growth.role().equals(role)) {
            return List.of();
        }
        double customers = ahead.atStart().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        double expansions = growth.expansions(customers, ahead.term().ofYear());
        return expansions > 0
                ? List.of(new WorkStream("expansion", expansions * growth.tasks(), growth.minutes()))
                : List.of();
    }

    private static List<WorkStream> ofEvents(
            String name, EventWork work, String role, Map<String, Double> eventsByTier) {
        List<WorkStream> streams = new ArrayList<>();
        for (Ask ask : work.asks()) {
            double events = ask.tiers().stream()
                    .mapToDouble(tier -> eventsByTier.getOrDefault(tier, 0.0))
                    .sum();
            if (ask.role().equals(role) && events > 0) {
                streams.add(new WorkStream(name, events * ask.tasks(), ask.minutes()));
            }
        }
        return streams;
    }
}
