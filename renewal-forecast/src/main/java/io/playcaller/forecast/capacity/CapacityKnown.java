package io.playcaller.forecast.capacity;

import io.playcaller.forecast.engine.capacity.TaskTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a report is made from.
 *
 * @param from first day of the time that tasks were measured in
 * @param today first day after it
 * @param tasks that began in that time
 * @param tasksWithoutBeginning whose beginning was not heard: they are in no figure
 * @param customers accounts with a contract in force today, what is merged as one
 * @param renewals that are due
 * @param begun customers whose first contract began in that time, by tier
 */
public record CapacityKnown(
        LocalDate from,
        LocalDate today,
        List<TaskTime> tasks,
        int tasksWithoutBeginning,
        List<Customer> customers,
        List<Due> renewals,
        Map<String, Integer> begun) {

    /** Where nobody said. */
    public static final String UNKNOWN = "unknown";

    public CapacityKnown {
        tasks = List.copyOf(tasks);
        customers = List.copyOf(customers);
        renewals = List.copyOf(renewals);
        begun = Map.copyOf(begun);
    }

    /**
     * An account under contract.
     *
     * @param tier {@link #UNKNOWN} before it has a score, and so with the stage
     * @param owners staff id by role, today
     */
    public record Customer(String accountId, String tier, String stage, Map<String, String> owners) {

        public Customer {
            owners = Map.copyOf(owners);
        }
    }

    /**
     * A renewal that is due.
     *
     * @param leaves how much of a customer is expected to leave then, 0 to 1: of one with several contracts each has a part
     */
    public record Due(LocalDate on, String tier, double leaves) {}
}
