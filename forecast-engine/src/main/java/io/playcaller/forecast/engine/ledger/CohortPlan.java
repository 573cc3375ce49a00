package io.playcaller.forecast.engine.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Which cohorts are followed, and how far.
 *
 * @param asked cohorts that begin in it
 * @param today an age is over when its last morning has come; what is later is not known
 * @param mostAges steps after its first that a cohort is followed for, at most
 */
public record CohortPlan(CohortStep step, Period asked, LocalDate today, int mostAges) {

    /** The steps in which a cohort begins, in their order; none after today. */
    public List<Period> cohorts() {
        List<Period> cohorts = new ArrayList<>();
        Period cohort = step.of(asked.from());
        while (cohort.from().isBefore(asked.until()) && !cohort.from().isAfter(today)) {
            if (!cohort.from().isBefore(asked.from())) {
                cohorts.add(cohort);
            }
            cohort = step.of(cohort.until());
        }
        return cohorts;
    }

    /**
     * What a cohort is followed over: the step in which it begins, which is age 0, then from its end so many steps on, as far as they are
     * over.
     */
    public List<Period> ages(Period cohort) {
        List<Period> ages = new ArrayList<>();
        for (int age = 0; age <= mostAges && !on(cohort, age).isAfter(today); age++) {
            ages.add(age == 0 ? cohort : new Period(cohort.until(), on(cohort, age)));
        }
        return ages;
    }

    /** The morning on which a cohort is of an age. */
    public LocalDate on(Period cohort, int age) {
        return step.after(cohort.until(), age);
    }
}
