package io.playcaller.router.staff;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who serves which customers, and how full a day and a book may be.
 *
 * @param tiers by key; a tier that is not here counts as one of named owners
 * @param needs what some customers need of who serves them; all that apply count
 */
public record Coverage(Day day, Pools pools, Map<String, TierCoverage> tiers, Watch watch, List<NeedRule> needs) {

    /**
     * What a person's day holds.
     *
     * @param tasks new tasks that are not critical; 0 for no limit
     * @param ahead on how many working days after this one room is looked for
     */
    public record Day(int tasks, int ahead) {

        boolean isLimited() {
            return tasks > 0;
        }
    }

    /**
     * How a pool chooses.
     *
     * @param sharePercent of a person's working minutes that their open tasks may fill
     * @param fairnessPercent how much above the least load that of the person may be who had the account's last task
     * @param overlapHours that a customer's office hours and a person's hours have in common on a day, at least
     */
    public record Pools(int sharePercent, int fairnessPercent, int overlapHours) {}

    /**
     * When a book that is too full is said.
     *
     * @param warnPercent of the band's upper end
     * @param breachDays working days in a row above the band
     */
    public record Watch(int warnPercent, int breachDays) {}

    public Coverage {
        tiers = Map.copyOf(tiers);
        needs = List.copyOf(needs);
    }

    public Optional<TierCoverage> tier(@Nullable String key) {
        return key == null ? Optional.empty() : Optional.ofNullable(tiers.get(key));
    }

    /** What a customer needs of who serves them. */
    Need needOf(Customer customer) {
        Set<String> languages = new HashSet<>();
        Set<String> skills = new HashSet<>();
        for (NeedRule rule : needs) {
            if (rule.applies(customer)) {
                languages.addAll(rule.languages());
                skills.addAll(rule.skills());
            }
        }
        return new Need(languages, skills, customer.zone());
    }

    /** Whether somebody waits for an account's owner rather than for whoever is free. */
    boolean isNamed(Customer customer) {
        return tier(customer.tier())
                .map(tier -> tier.kind() == TierCoverage.Kind.NAMED)
                .orElse(true);
    }

    /** The role that takes what is too much for people; empty where people serve. */
    Optional<String> digitalRole(Customer customer) {
        return tier(customer.tier())
                .filter(tier -> tier.kind() == TierCoverage.Kind.DIGITAL)
                .map(TierCoverage::servedBy);
    }

    /**
     * What some customers need.
     *
     * @param countries two capital letters; empty for any, and so with the others
     * @param languages of which a person must have one
     * @param skills of which a person must have all
     */
    public record NeedRule(
            Set<String> countries,
            Set<String> industries,
            Set<String> tiers,
            Set<String> languages,
            Set<String> skills) {

        public NeedRule {
            countries = Set.copyOf(countries);
            industries = Set.copyOf(industries);
            tiers = Set.copyOf(tiers);
            languages = Set.copyOf(languages);
            skills = Set.copyOf(skills);
        }

        boolean applies(Customer customer) {
            return isIn(countries, customer.country())
                    && isIn(industries, customer.industry())
                    && isIn(tiers, customer.tier());
        }

        private static boolean isIn(Set<String> wanted, @Nullable String word) {
            return wanted.isEmpty() || wanted.contains(Objects.requireNonNullElse(word, ""));
        }
    }
}
