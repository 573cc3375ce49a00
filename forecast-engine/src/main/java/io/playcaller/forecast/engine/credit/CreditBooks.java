package io.playcaller.forecast.engine.credit;

import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.Owner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What decides who is credited for the movements of a contract.
 *
 * @param policies all versions there ever were
 * @param splits registered for the contract
 * @param owners of its account, also of the past
 */
public record CreditBooks(List<CreditPolicy> policies, List<CreditSplit> splits, List<Owner> owners) {

    public CreditBooks {
        policies = List.copyOf(policies);
        splits = List.copyOf(splits);
        owners = List.copyOf(owners);
    }

    /** The version that holds on {@code day}. */
    public Optional<CreditPolicy> policy(LocalDate day) {
        return policies.stream()
                .filter(policy -> !policy.from().isAfter(day))
                .max(Comparator.comparing(CreditPolicy::from).thenComparing(CreditPolicy::version));
    }

    /** The split that was registered for a movement. */
    Optional<CreditSplit> split(ContractMovement movement) {
        return splits.stream()
                .filter(split ->
                        split.kind() == movement.kind() && !split.from().isAfter(movement.on()))
                .max(Comparator.comparing(CreditSplit::from).thenComparing(CreditSplit::registeredAt));
    }

    /** The usual division among whoever holds its roles on {@code day}; empty when a role has nobody. */
    Optional<List<CreditShare>> usual(CreditRule rule, LocalDate day) {
        List<CreditShare> shares = new ArrayList<>();
        for (Map.Entry<String, Integer> part : new TreeMap<>(rule.usual()).entrySet()) {
            Optional<Owner> owner = owner(part.getKey(), day);
            if (owner.isEmpty()) {
                return Optional.empty();
            }
            shares.add(new CreditShare(owner.get().staffId(), part.getKey(), part.getValue(), false));
        }
        return Optional.of(shares);
    }

    /** Of several who hold a role on a day the one who has held it longest. */
    private Optional<Owner> owner(String role, LocalDate day) {
        return owners.stream()
                .filter(owner -> owner.role().equals(role) && !owner.from().isAfter(day))
                .filter(owner -> owner.until() == null || day.isBefore(owner.until()))
                .min(Comparator.comparing(Owner::from).thenComparing(Owner::staffId));
    }
}
