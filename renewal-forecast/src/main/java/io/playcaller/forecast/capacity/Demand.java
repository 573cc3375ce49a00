package io.playcaller.forecast.capacity;

import io.playcaller.forecast.capacity.CapacityKnown.Customer;
import io.playcaller.forecast.capacity.CapacityRules.Ask;
import io.playcaller.forecast.capacity.CapacityRules.EventWork;
import io.playcaller.forecast.engine.capacity.TaskTime;
import io.playcaller.forecast.engine.capacity.WorkStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The work that comes to a role in a term: tasks of its plays as often as measured, renewals that are due, and customers that begin as
 * often as they did. Undecided renewals past their day, and customers that are in onboarding now, count in the first term.
 */
record Demand(CapacityRules rules, CapacityKnown known) {

    /** Where the tasks of a role have this stage they are of a customer that begins. */
    private static final String ONBOARDING = "onboarding";

    List<WorkStream> of(String role, Term term, boolean first) {
        List<WorkStream> streams = new ArrayList<>(usual(role, term));
        streams.addAll(ofEvents("renewals", rules.renewals(), role, renewals(term, first)));
        streams.addAll(ofEvents("onboarding", rules.onboarding(), role, beginners(term, first)));
        return streams;
    }

    private List<WorkStream> usual(String role, Term term) {
        double days = Math.max(1, Term.workingDays(known.from(), known.today()));
        Map<String, Long> tasks = known.tasks().stream()
                .filter(task -> task.role().equals(role) && !isEvent(task))
                .collect(Collectors.groupingBy(TaskTime::play, TreeMap::new, Collectors.counting()));
        return tasks.entrySet().stream()
                .map(play -> new WorkStream(
                        play.getKey(),
                        play.getValue() / days * term.workingDays(),
                        rules.minutes().of(play.getKey())))
                .toList();
    }

    private boolean isEvent(TaskTime task) {
        return rules.renewals().plays().contains(task.play())
                || rules.onboarding().plays().contains(task.play());
    }

    private Map<String, Double> renewals(Term term, boolean first) {
        Map<String, Double> byTier = new HashMap<>();
        known.renewals().stream()
                .filter(due ->
                        due.on().isBefore(term.until()) && (first || !due.on().isBefore(term.from())))
                .forEach(due -> byTier.merge(due.tier(), 1.0, Double::sum));
        return byTier;
    }

    private Map<String, Double> beginners(Term term, boolean first) {
        double days = Math.max(1, Term.workingDays(known.from(), known.today()));
        Map<String, Double> byTier = new HashMap<>();
        known.begun().forEach((tier, count) -> byTier.merge(tier, count / days * term.workingDays(), Double::sum));
        if (first) {
            known.customers().stream()
                    .filter(customer -> customer.stage().equals(ONBOARDING))
                    .map(Customer::tier)
                    .forEach(tier -> byTier.merge(tier, 1.0, Double::sum));
        }
        return byTier;
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
