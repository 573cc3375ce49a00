package io.playcaller.forecast.engine.ledger;

import io.playcaller.forecast.engine.currency.Rates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Puts each owner into the cohort of the step in which it first had ARR, and computes what each age did to it. */
final class CohortFigures {

    private static final class Cohort {

        private final Period began;
        private final Function<Unit, String> slice;
        private final Map<String, Integer> joined = new TreeMap<>();
        private final List<RetentionFigures> ages = new ArrayList<>();

        private Cohort(Period began, Function<Unit, String> slice) {
            this.began = began;
            this.slice = slice;
        }

        private void add(Map<Unit, Map<String, Timeline>> owner) {
            owner.keySet().stream().findFirst().ifPresent(unit -> joined.merge(slice.apply(unit), 1, Integer::sum));
            ages.forEach(age -> age.add(owner));
        }

        private CohortRetention retention() {
            return new CohortRetention(
                    began,
                    joined,
                    ages.stream().map(RetentionFigures::statement).toList());
        }
    }

    private CohortFigures() {}

    /** @param slice the key of the slice that a unit belongs to on a day: the one on which its cohort's step is over */
    static List<CohortRetention> of(
            OwnedUnits units,
            CohortPlan plan,
            RetentionDefinition definition,
            Rates rates,
            BiFunction<Unit, LocalDate, String> slice) {
        Map<LocalDate, Cohort> cohorts = new TreeMap<>();
        for (Period began : plan.cohorts()) {
            Cohort cohort = new Cohort(began, unit -> slice.apply(unit, began.until()));
            plan.ages(began)
                    .forEach(age -> cohort.ages.add(new RetentionFigures(age, definition, rates, cohort.slice)));
            cohorts.put(began.from(), cohort);
        }
        units.forEachOwner(owner -> firstDay(owner)
                .filter(first -> !first.isAfter(plan.today()))
                .map(first -> cohorts.get(plan.step().of(first).from()))
                .ifPresent(cohort -> cohort.add(owner)));
        return cohorts.values().stream().map(Cohort::retention).toList();
    }

    private static Optional<LocalDate> firstDay(Map<Unit, Map<String, Timeline>> owner) {
        return owner.values().stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .flatMap(timeline -> timeline.firstDay().stream())
                .min(Comparator.naturalOrder());
    }
}
