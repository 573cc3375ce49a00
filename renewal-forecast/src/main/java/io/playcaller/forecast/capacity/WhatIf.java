package io.playcaller.forecast.capacity;

import io.playcaller.forecast.engine.capacity.StaffingPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is supposed of the coming quarters beside what is known. Where nothing is supposed, it is the plan in force.
 *
 * @param quarters of the plan, the first of which is what is left of this one
 * @param pipeline customers that are expected to begin
 * @param alsoAsUsual whether customers also begin as often as they did
 * @param growth what is to be sold to customers; null without a target of net retention
 * @param termQuarters from the quarter in which a customer begins to that of its renewal
 */
public record WhatIf(
        int quarters,
        List<Beginning> pipeline,
        boolean alsoAsUsual,
        Leaving leaving,
        @Nullable Growth growth,
        int termQuarters) {

    /** Of a yearly term. */
    public static final int YEAR = 4;

    public WhatIf {
        pipeline = List.copyOf(pipeline);
    }

    /** The plan in force. */
    static WhatIf nothing(int quarters) {
        return new WhatIf(quarters, List.of(), true, new Leaving.AsManyAsCome(), null, YEAR);
    }

    /**
     * Customers that begin in a quarter.
     *
     * @param quarter such as {@code 2027-Q1}
     * @param customers on average, so a fraction is fine
     */
    public record Beginning(String quarter, String tier, double customers) {}

    /** Who leaves. */
    public sealed interface Leaving {

        /** Who begins as often as customers did makes up for who leaves: the book of today stays, and whom the pipeline brings joins it. */
        record AsManyAsCome() implements Leaving {}

        /** At each renewal so much of its customer as the forecast does not expect to renew. */
        record ByForecast() implements Leaving {}

        /** @param grr share of the customers that are left after a year, above 0, at most 1 */
        record ByTarget(double grr) implements Leaving {}
    }

    /**
     * Expansion that a target asks for.
     *
     * @param aYear what is to be added in a year, as a share of revenue
     * @param adds what an expansion adds, as a share of its customer's revenue
     * @param role that works on it, in so many tasks of so many minutes each
     * @param plays whose measured tasks are this work: they are left out of the usual work
     */
    public record Growth(double aYear, double adds, String role, int tasks, int minutes, Set<String> plays) {

        public Growth {
            plays = Set.copyOf(plays);
        }

        /** Expansions of so many customers in a part of a year. */
        double expansions(double customers, double ofYear) {
            return customers * aYear * ofYear / adds;
        }
    }

    /** Why it cannot be answered: a field, what it must be, and what it is. */
    public record Unfit(String field, String expected, String actual) {}

    /** Everything that does not fit the rules, or the quarters from {@code today} on; empty when it can be answered. */
    public List<Unfit> unfit(CapacityRules rules, LocalDate today) {
        List<String> known =
                Term.ahead(today, quarters).stream().map(Term::quarter).toList();
        List<String> tiers =
                rules.tiers().stream().map(tier -> tier.band().tier()).toList();
        List<Unfit> unfit = new ArrayList<>();
        IntStream.range(0, pipeline.size()).forEach(i -> {
            Beginning beginning = pipeline.get(i);
            among(known, "/pipeline/%d/quarter".formatted(i), beginning.quarter(), unfit);
            among(tiers, "/pipeline/%d/tier".formatted(i), beginning.tier(), unfit);
        });
        if (growth != null) {
            List<String> roles =
                    rules.roles().stream().map(CapacityRules.Role::key).toList();
            among(roles, "/expansion/role", growth.role(), unfit);
        }
        return unfit;
    }

    /**
     * What asks for more people in a role than are planned, of what is supposed; empty where nobody does, and where it is the work of today
     * alone that does.
     *
     * @param plan the answer
     */
    public List<Unfit> tooMuch(List<CapacityReport.Plan> plan) {
        List<CapacityReport.Plan> over = plan.stream()
                .filter(of -> of.people() > StaffingPlan.MOST_PEOPLE)
                .toList();
        return Stream.concat(
                        over.stream().filter(of -> !pipeline.isEmpty()).limit(1).map(of -> tooMuch("/pipeline", of)),
                        over.stream()
                                .filter(of -> growth != null && growth.role().equals(of.role()))
                                .limit(1)
                                .map(of -> tooMuch("/expansion", of)))
                .toList();
    }

    private static Unfit tooMuch(String field, CapacityReport.Plan of) {
        return new Unfit(
                field,
                "work of at most %d people for each role".formatted(StaffingPlan.MOST_PEOPLE),
                "more for %s in %s".formatted(of.role(), of.quarter()));
    }

    private static void among(List<String> known, String field, String said, List<Unfit> unfit) {
        if (!known.contains(said)) {
            unfit.add(new Unfit(field, "one of " + String.join(", ", known), said));
        }
    }
}
