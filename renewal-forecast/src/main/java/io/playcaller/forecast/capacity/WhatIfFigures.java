package io.playcaller.forecast.capacity;

import io.playcaller.forecast.capacity.WhatIf.Growth;
import io.playcaller.forecast.capacity.WhatIf.Leaving;
import io.playcaller.forecast.capacity.WhatIfReport.Customers;
import io.playcaller.forecast.config.Ruled;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Answers a {@link WhatIf} that fits the rules. */
public final class WhatIfFigures {

    private WhatIfFigures() {}

    public static WhatIfReport of(Ruled<CapacityRules> by, CapacityKnown known, WhatIf asked) {
        CapacityPlanner planner = new CapacityPlanner(by.rules(), known);
        return new WhatIfReport(
                known.from(),
                known.today(),
                by.version(),
                assumptions(by.rules(), asked),
                new Outlook(known, asked)
                        .ahead().stream().flatMap(WhatIfFigures::customers).toList(),
                planner.plan(asked),
                planner.plan(WhatIf.nothing(asked.quarters())));
    }

    private static Stream<Customers> customers(Ahead ahead) {
        Set<String> tiers = new TreeSet<>(ahead.atStart().keySet());
        tiers.addAll(ahead.begin().keySet());
        return tiers.stream()
                .map(tier -> new Customers(
                        ahead.term().quarter(),
                        tier,
                        Rounded.tenths(ahead.atStart().getOrDefault(tier, 0.0)),
                        Rounded.tenths(ahead.begin().getOrDefault(tier, 0.0)),
                        Rounded.tenths(ahead.renew().getOrDefault(tier, 0.0))));
    }

    private static List<String> assumptions(CapacityRules rules, WhatIf asked) {
        Growth growth = asked.growth();
        return Stream.of(
                        people(rules.time()),
                        asked.alsoAsUsual()
                                ? "The customers of the pipeline begin beside those who begin as often as customers did."
                                : "Only the customers of the pipeline begin.",
                        ("Who begins is onboarded in that quarter, in the book from the next one on, and renews %d quarters later;"
                                        + " of a contract that runs today the next renewal counts.")
                                .formatted(asked.termQuarters()),
                        leaving(asked),
                        "Usual tasks are as many for each customer of the tiers that a role serves as they were; for all"
                                + " customers where it serves no tier.",
                        growth == null ? "No expansion is asked for beyond the usual tasks." : expansion(growth))
                .toList();
    }

    private static String people(CapacityRules.Time time) {
        return ("A person works %d office minutes a day, Monday to Friday, with %d days off in a quarter; %d%% of them go into tasks,"
                        + " of which tasks fill at most `busiest` of the role, and no book is above its band.")
                .formatted(time.minutesADay(), time.daysOff(), time.productivePercent());
    }

    private static String leaving(WhatIf asked) {
        Leaving leaving = asked.leaving();
        if (leaving instanceof Leaving.ByTarget target) {
            return ("Customers leave as the target of gross retention lets revenue go: %s of them are left after a year, evenly"
                            + " over the year and in all tiers.")
                    .formatted(Rounded.share(target.grr()));
        }
        if (leaving instanceof Leaving.ByForecast) {
            return "Customers leave at their renewals, as far as the forecast does not expect these; who has begun since does not leave.";
        }
        return !asked.alsoAsUsual()
                ? "Nobody leaves: the book is that of today and the pipeline."
                : "Who begins as often as customers did makes up for who leaves: the book is that of today and the pipeline.";
    }

    private static String expansion(Growth growth) {
        return ("Net retention beyond gross asks for %s of revenue a year; an expansion adds %s of its customer's revenue, and asks %s for"
                        + " %d tasks of %d minutes; measured tasks of these plays are left out: %s.")
                .formatted(
                        Rounded.share(growth.aYear()),
                        Rounded.share(growth.adds()),
                        growth.role(),
                        growth.tasks(),
                        growth.minutes(),
                        growth.plays().isEmpty() ? "none" : String.join(", ", new TreeSet<>(growth.plays())));
    }
}
