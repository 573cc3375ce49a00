package io.playcaller.forecast.capacity;

import io.playcaller.forecast.engine.capacity.Band;
import io.playcaller.forecast.engine.capacity.Promise;
import io.playcaller.forecast.engine.capacity.Sharing;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a company says of its working time, its roles, its books, and what events ask of whom.
 *
 * @param roles in the order in which they are reported
 * @param renewals what a renewal that is due asks
 * @param onboarding what a customer that begins asks
 */
public record CapacityRules(
        Time time, List<Role> roles, List<Tier> tiers, EventWork renewals, EventWork onboarding, Minutes minutes) {

    public CapacityRules {
        roles = List.copyOf(roles);
        tiers = List.copyOf(tiers);
    }

    /** The bands of those tiers that {@code role} serves. */
    public List<Band> bands(String role) {
        return tiers.stream()
                .filter(tier -> tier.role().equals(role))
                .map(Tier::band)
                .toList();
    }

    /**
     * Working time.
     *
     * @param minutesADay office minutes, Monday to Friday
     * @param productivePercent of them that go into tasks
     * @param daysOff of a person in a quarter
     */
    public record Time(int minutesADay, int productivePercent, int daysOff) {

        /** Share of a person's office minutes in a quarter of so many working days that goes into tasks. */
        double productive(int workingDays) {
            return productivePercent / 100.0 * Math.max(1, workingDays - daysOff) / workingDays;
        }
    }

    /**
     * What a role promises.
     *
     * @param people how many there are; null: those who own an account in it
     * @param busiest percent of productive time that tasks may fill
     */
    public record Role(String key, @Nullable Integer people, Sharing sharing, Promise promise, int busiest) {}

    /**
     * Who serves a tier.
     *
     * @param named whether one person has an account of it; else people of the role share all
     */
    public record Tier(Band band, String role, boolean named) {}

    /**
     * What an event asks.
     *
     * @param plays whose tasks are this work
     */
    public record EventWork(Set<String> plays, List<Ask> asks) {

        public EventWork {
            plays = Set.copyOf(plays);
            asks = List.copyOf(asks);
        }
    }

    /** So many tasks of so many minutes of a role, for an account of one of the tiers. */
    public record Ask(String role, Set<String> tiers, int tasks, int minutes) {

        public Ask {
            tiers = Set.copyOf(tiers);
        }
    }

    /**
     * Minutes of work that a task takes.
     *
     * @param other of a play that is not named
     */
    public record Minutes(Map<String, Integer> plays, int other) {

        public Minutes {
            plays = Map.copyOf(plays);
        }

        /** Of a task of {@code play}. */
        public int of(String play) {
            return plays.getOrDefault(play, other);
        }
    }
}
