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
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The people that each role needs in each of the coming quarters. */
final class CapacityPlanner {

    /** How many fewer and more are shown beside the need. */
    private static final int AROUND = 2;

    private final CapacityRules rules;
    private final CapacityKnown known;

    CapacityPlanner(CapacityRules rules, CapacityKnown known) {
        this.rules = rules;
        this.known = known;
    }

    List<Plan> plan(WhatIf asked) {
        Demand demand = new Demand(rules, known, asked);
        List<Ahead> terms = new Outlook(known, asked).ahead();
        return rules.roles().stream()
                .flatMap(role -> terms.stream().map(ahead -> plan(role, ahead, demand.of(role.key(), ahead))))
                .toList();
    }

    private Plan plan(CapacityRules.Role role, Ahead ahead, List<WorkStream> streams) {
        Term term = ahead.term();
        double officeMinutes = (double) term.workingDays() * rules.time().minutesADay();
        Workload workload = new Workload(streams, officeMinutes, rules.time().productive(term.workingDaysOfQuarter()));
        Staffing staffing = new Staffing(workload, role.sharing());
        StaffingNeed need = new StaffingPlan(role.promise(), role.busiest())
                .need(staffing, Book.peopleFor(ahead.atStart(), rules.bands(role.key())));
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
}
