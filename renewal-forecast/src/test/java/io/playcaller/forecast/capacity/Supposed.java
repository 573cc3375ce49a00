package io.playcaller.forecast.capacity;

import io.playcaller.forecast.capacity.CapacityKnown.Customer;
import io.playcaller.forecast.capacity.CapacityKnown.Due;
import io.playcaller.forecast.capacity.CapacityReport.Plan;
import io.playcaller.forecast.capacity.CapacityRules.Ask;
import io.playcaller.forecast.capacity.CapacityRules.EventWork;
import io.playcaller.forecast.capacity.CapacityRules.Minutes;
import io.playcaller.forecast.capacity.CapacityRules.Role;
import io.playcaller.forecast.capacity.CapacityRules.Tier;
import io.playcaller.forecast.capacity.CapacityRules.Time;
import io.playcaller.forecast.config.Ruled;
import io.playcaller.forecast.engine.capacity.Band;
import io.playcaller.forecast.engine.capacity.Promise;
import io.playcaller.forecast.engine.capacity.Sharing;
import io.playcaller.forecast.engine.capacity.TaskTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A company on the first day of 2027, of which what-if plans are asked: 40 enterprise customers, 650 tasks of an hour in the 65 working days
 * before, four renewals on 1 February that are as likely as not.
 */
final class Supposed {

    /** A Friday: the first quarter has 64 working days, the second 65. */
    static final LocalDate TODAY = LocalDate.of(2027, 1, 1);

    private Supposed() {}

    /** @param begun customers that began in the 65 working days before */
    static CapacityKnown known(int begun) {
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            customers.add(new Customer("a" + i, "enterprise", "adoption", Map.of("csm", "ada")));
        }
        TaskTime task =
                new TaskTime("large", "adoption", "csm", "usage-drop", Instant.EPOCH, null, null, false, false, false);
        Due due = new Due(LocalDate.of(2027, 2, 1), "enterprise", 0.5);
        return new CapacityKnown(
                TODAY.minusDays(91),
                TODAY,
                Collections.nCopies(650, task),
                0,
                customers,
                Collections.nCopies(4, due),
                Map.of("enterprise", begun));
    }

    /** Half of 480 minutes a day go into tasks, 80% of which they may fill; a CSM has at most 10 enterprise customers. */
    static CapacityRules rules(Promise promise) {
        return new CapacityRules(
                new Time(480, 50, 0),
                List.of(
                        new Role("csm", 4, Sharing.OWN_BOOK, promise, 80),
                        new Role("onboarding", 1, Sharing.POOL, promise, 80)),
                List.of(
                        new Tier(new Band("enterprise", 5, 10), "csm", true),
                        new Tier(new Band("pooled", 50, 150), "csm", false)),
                new EventWork(Set.of("renewal-track"), List.of(new Ask("csm", Set.of("enterprise", "pooled"), 1, 120))),
                new EventWork(
                        Set.of("kickoff"),
                        List.of(
                                new Ask("csm", Set.of("enterprise"), 1, 60),
                                new Ask("onboarding", Set.of("enterprise", "pooled"), 2, 300))),
                new Minutes(Map.of("usage-drop", 60), 45));
    }

    static WhatIfReport report(Promise promise, CapacityKnown known, WhatIf asked) {
        return WhatIfFigures.of(new Ruled<>(rules(promise), "v1", ""), known, asked);
    }

    static List<Integer> people(List<Plan> plans, String role) {
        return plans.stream()
                .filter(plan -> plan.role().equals(role))
                .map(Plan::people)
                .toList();
    }
}
