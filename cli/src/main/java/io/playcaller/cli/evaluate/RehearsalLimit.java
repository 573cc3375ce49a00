package io.playcaller.cli.evaluate;

import io.playcaller.forecast.engine.capacity.StaffingPlan;
import java.util.Locale;
import java.util.Optional;

/**
 * How much of a role is played: work that a capacity plan counts to the end, and so many tasks that it takes a minute or two, and that those
 * fit into memory for which one person fewer leaves no time.
 */
final class RehearsalLimit {

    /** In all days that are played. */
    private static final int MOST_TASKS = 10_000_000;

    private RehearsalLimit() {}

    /** What is too much, the limit, and what to do; empty where the role can be played for so many days. */
    static Optional<String> passedBy(CapacityRole role, int days) {
        double tasks = role.staffing().workload().tasks();
        double most = Math.floor((double) MOST_TASKS * CapacityRole.WORKING_DAYS / days);
        if (tasks > most) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "the %,.0f tasks of %s in a quarter are too many to be played for %,d days, in which %,d at most are; write at"
                            + " most %,.0f, or fewer --days",
                    tasks,
                    role.name(),
                    days,
                    MOST_TASKS,
                    most));
        }
        int people = new StaffingPlan(role.promise(), role.busiest())
                .need(role.staffing(), 0)
                .people();
        return people <= StaffingPlan.MOST_PEOPLE
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "the work of %s asks for more than %,d people, to which a plan counts; write fewer tasks or minutes, or"
                                + " promise less",
                        role.name(),
                        StaffingPlan.MOST_PEOPLE));
    }
}
