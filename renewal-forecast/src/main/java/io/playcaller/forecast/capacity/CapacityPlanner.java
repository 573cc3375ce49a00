package io.playcaller.forecast.capacity;

import io.playcaller.forecast.capacity.CapacityReport.Plan;
import io.playcaller.forecast.capacity.CapacityReport.Staffed;
import io.playcaller.forecast.capacity.CapacityReport.Stream;
import io.playcaller.forecast.engine.capacity.Book;
import io.playcaller.forecast.engine.capacity.Staffing;
import io.playcaller.forecast.engine.capacity.StaffingNeed;
import io.playcaller.forecast.engine.capacity.StaffingPlan;
import io.playcaller.forecast.engine.capacity.WorkStream;
import io.playcaller.forecast.engine.capacity.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The people that each role needs in each of the coming quarters. */
final class CapacityPlanner {

    /** How many fewer and more are shown beside the need. */
    private static final int AROUND = 2;

    private final CapacityRules rules;
    private final CapacityKnown known;
    private final Demand demand;

    CapacityPlanner(CapacityRules rules, CapacityKnown known) {
        this.rules = rules;
        this.known = known;
        this.demand = new Demand(rules, known);
    }

    List<Plan> plan(int quarters) {
        List<Plan> plan = new ArrayList<>();
        for (CapacityRules.Role role : rules.roles()) {
            Term term = Term.rest(known.today());
            for (int i = 0; i < quarters; i++) {
                plan.add(plan(role, term, i == 0));
                term = term.next();
            }
        }
        return plan;
    }

    private Plan plan(CapacityRules.Role role, Term term, boolean first) {
        List<WorkStream> streams = demand.of(role.key(), term, first);
        double officeMinutes = (double) term.workingDays() * rules.time().minutesADay();
        Workload workload = new Workload(streams, officeMinutes, rules.time().productive(term.workingDaysOfQuarter()));
        Staffing staffing = new Staffing(workload, role.sharing());
        StaffingNeed need = new StaffingPlan(role.promise(), role.busiest()).need(staffing, peopleForBooks(role.key()));
        Integer now = people(role);
        return new Plan(
                role.key(),
                term.quarter(),
                role.sharing().key(),
                role.promise().percent(),
                role.promise().withinMinutes(),
                streams.stream()
                        .map(stream -> new Stream(
                                stream.name(), Rounded.tenths(stream.tasks()), Rounded.tenths(stream.minutes())))
                        .toList(),
                need.people(),
                now,
                now == null ? null : need.people() - now,
                need.because().key(),
                around(staffing, role, need.people()));
    }

    private static List<Staffed> around(Staffing staffing, CapacityRules.Role role, int people) {
        return IntStream.rangeClosed(Math.max(1, people - AROUND), people + AROUND)
                .mapToObj(with -> new Staffed(
                        with,
                        Rounded.share(staffing.attainment(with, role.promise().withinMinutes())),
                        Rounded.share(staffing.utilisation(with))))
                .toList();
    }

    /** How many there are; null where nobody is known. */
    @Nullable
    Integer people(CapacityRules.Role role) {
        if (role.people() != null) {
            return role.people();
        }
        int owners = (int) known.customers().stream()
                .map(customer -> customer.owners().get(role.key()))
                .filter(staff -> staff != null)
                .distinct()
                .count();
        return owners == 0 ? null : owners;
    }

    private int peopleForBooks(String role) {
        Map<String, Integer> accounts = known.customers().stream()
                .collect(Collectors.groupingBy(
                        CapacityKnown.Customer::tier, TreeMap::new, Collectors.summingInt(customer -> 1)));
        return Book.peopleFor(accounts, rules.bands(role));
    }
}
