package io.playcaller.forecast.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.forecast.capacity.CapacityReport.Plan;
import io.playcaller.forecast.capacity.WhatIf.Beginning;
import io.playcaller.forecast.capacity.WhatIf.Growth;
import io.playcaller.forecast.capacity.WhatIf.Leaving;
import io.playcaller.forecast.capacity.WhatIf.Unfit;
import io.playcaller.forecast.engine.capacity.Promise;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhatIfTest {

    /** Kept by anybody who is not overworked: books and minutes alone decide. */
    private static final Promise NO_HURRY = new Promise(1, 10_000);

    private static final List<Beginning> TWENTY = List.of(new Beginning("2027-Q1", "enterprise", 20));

    /**
     * By hand. 0.9^4 = 0.6561 of the customers are left after a year: 40 · 0.9 + 20 = 56 at the start of the second quarter. Revenue is to grow by a
     * fifth a year, a tenth with each expansion: half an expansion for each customer in a quarter, of 120 minutes.
     *
     * <pre>
     *            usual                renewals   onboarding   expansion    minutes   a person          work   books
     * Q1         10·64 x 60 = 38,400  4 x 120    20 x 60      20 x 120      42,480   64·240·0.8=12,288   3.5     4
     * Q2  10·65·56/40 x 60 = 54,600   -          -            28 x 120      57,960   65·240·0.8=12,480   4.6   5.6
     * </pre>
     *
     * Onboarding has 20 · 2 · 300 = 12,000 minutes in the first quarter, and one person 12,288.
     */
    @Test
    void aPlanByHand() {
        Growth growth = new Growth(0.2, 0.1, "csm", 1, 120, Set.of());
        WhatIf asked = new WhatIf(2, TWENTY, true, new Leaving.ByTarget(0.6561), growth, WhatIf.YEAR);

        WhatIfReport report = Supposed.report(NO_HURRY, Supposed.known(0), asked);

        assertThat(report.customers())
                .extracting(at -> at.quarter() + " " + at.tier() + " " + at.atStart() + " " + at.begin())
                .containsExactly("2027-Q1 enterprise 40.0 20.0", "2027-Q2 enterprise 56.0 0.0");
        assertThat(streams(report, "csm", "2027-Q1"))
                .containsExactly(
                        "usage-drop 640.0 x 60.0",
                        "renewals 4.0 x 120.0",
                        "onboarding 20.0 x 60.0",
                        "expansion 20.0 x 120.0");
        assertThat(streams(report, "csm", "2027-Q2"))
                .containsExactly("usage-drop 910.0 x 60.0", "expansion 28.0 x 120.0");
        assertThat(Supposed.people(report.plan(), "csm")).containsExactly(4, 6);
        assertThat(Supposed.people(report.plan(), "onboarding")).containsExactly(1, 0);
        assertThat(Supposed.people(report.inForce(), "csm")).containsExactly(4, 4);
        assertThat(report.plan()).extracting(Plan::more).containsExactly(0, 2, 0, -1);
    }

    @Test
    void whoBeginsRenewsATermLater() {
        WhatIf halfAYear = new WhatIf(4, TWENTY, true, new Leaving.AsManyAsCome(), null, 2);

        WhatIfReport report = Supposed.report(NO_HURRY, Supposed.known(0), halfAYear);

        assertThat(report.customers())
                .extracting(WhatIfReport.Customers::renew)
                .extracting(BigDecimal::intValue)
                .containsExactly(0, 0, 20, 0);
        assertThat(streams(report, "csm", "2027-Q3")).contains("renewals 20.0 x 120.0");
    }

    @Test
    void theForecastLetsCustomersGoAtTheirRenewalsAndThoseWhoBeginAsUsualJoinTheBook() {
        WhatIf asked = new WhatIf(3, List.of(), true, new Leaving.ByForecast(), null, WhatIf.YEAR);

        WhatIfReport report = Supposed.report(NO_HURRY, Supposed.known(65), asked);

        // Two of the four that are due in Q1 leave; one customer begins on each of its 64 working days, and of the 65
        // of Q2.
        assertThat(report.customers())
                .extracting(at -> at.atStart().intValue())
                .containsExactly(40, 40 - 2 + 64, 102 + 65);
    }

    @Test
    void aPipelineAloneLeavesOutThoseWhoBeginAsUsual() {
        WhatIf asked = new WhatIf(1, TWENTY, false, new Leaving.AsManyAsCome(), null, WhatIf.YEAR);

        WhatIfReport report = Supposed.report(NO_HURRY, Supposed.known(65), asked);

        assertThat(report.customers()).extracting(at -> at.begin().intValue()).containsExactly(20);
    }

    @Test
    void tasksOfExpansionPlaysAreCountedOnce() {
        Growth growth = new Growth(0.2, 0.1, "csm", 1, 120, Set.of("usage-drop"));
        WhatIf asked = new WhatIf(1, List.of(), true, new Leaving.ByTarget(1), growth, WhatIf.YEAR);

        assertThat(streams(Supposed.report(NO_HURRY, Supposed.known(0), asked), "csm", "2027-Q1"))
                .containsExactly("renewals 4.0 x 120.0", "expansion 20.0 x 120.0");
    }

    @Test
    void whatTheRulesDoNotKnowIsNamed() {
        Growth growth = new Growth(0.2, 0.1, "seller", 1, 120, Set.of());
        List<Beginning> pipeline =
                List.of(new Beginning("2027-Q1", "gold", 1), new Beginning("2027-Q3", "enterprise", 1));
        WhatIf asked = new WhatIf(2, pipeline, true, new Leaving.ByTarget(1), growth, WhatIf.YEAR);

        assertThat(asked.unfit(Supposed.rules(NO_HURRY), Supposed.TODAY))
                .containsExactly(
                        new Unfit("/pipeline/0/tier", "one of enterprise, pooled", "gold"),
                        new Unfit("/pipeline/1/quarter", "one of 2027-Q1, 2027-Q2", "2027-Q3"),
                        new Unfit("/expansion/role", "one of csm, onboarding", "seller"));
    }

    @Test
    void whatAsksForMorePeopleThanArePlannedIsNamed() {
        List<Beginning> pooled = List.of(new Beginning("2027-Q1", "pooled", 100_000));
        Growth growth = new Growth(1.99, 0.01, "csm", 1_000, 10_000, Set.of());
        WhatIf asked = new WhatIf(2, pooled, true, new Leaving.ByTarget(0.01), growth, WhatIf.YEAR);
        WhatIf fitting = new WhatIf(2, TWENTY, true, new Leaving.AsManyAsCome(), null, WhatIf.YEAR);

        List<Unfit> tooMuch = asked.tooMuch(
                Supposed.report(NO_HURRY, Supposed.known(0), asked).plan());

        assertThat(tooMuch)
                .containsExactly(
                        new Unfit(
                                "/pipeline", "work of at most 100000 people for each role", "more for csm in 2027-Q1"),
                        new Unfit(
                                "/expansion",
                                "work of at most 100000 people for each role",
                                "more for csm in 2027-Q1"));
        assertThat(fitting.tooMuch(
                        Supposed.report(NO_HURRY, Supposed.known(0), fitting).plan()))
                .isEmpty();
    }

    @Test
    void whoLeavesIsToldAsItIsComputed() {
        assertThat(Supposed.report(NO_HURRY, Supposed.known(65), alone(new Leaving.AsManyAsCome()))
                        .assumptions())
                .contains(
                        "Only the customers of the pipeline begin.",
                        "Nobody leaves: the book is that of today and the pipeline.")
                .noneMatch(said -> said.contains("as often as customers did"));
        assertThat(Supposed.report(NO_HURRY, Supposed.known(65), alone(new Leaving.ByForecast()))
                        .assumptions())
                .contains("Only the customers of the pipeline begin.");
    }

    private static WhatIf alone(Leaving leaving) {
        return new WhatIf(1, TWENTY, false, leaving, null, WhatIf.YEAR);
    }

    private static List<String> streams(WhatIfReport report, String role, String quarter) {
        return report.plan().stream()
                .filter(plan -> plan.role().equals(role) && plan.quarter().equals(quarter))
                .flatMap(plan -> plan.streams().stream())
                .map(stream -> stream.name() + " " + stream.tasks() + " x " + stream.minutesEach())
                .toList();
    }
}
