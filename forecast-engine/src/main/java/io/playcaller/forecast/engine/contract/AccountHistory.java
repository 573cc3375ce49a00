package io.playcaller.forecast.engine.contract;

import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What the contracts of an account tell about its past.
 *
 * @param customerSince start of its first contract
 * @param renewals how often any of its contracts was renewed
 * @param churned how often one ended in full
 */
public record AccountHistory(
        LocalDate customerSince,
        int renewals,
        int churned,
        @Nullable LocalDate lastContractionOn,
        @Nullable LocalDate lastExpansionOn) {

    /**
     * The history up to {@code today} of an account.
     *
     * @param contracts all its contracts, at least one
     */
    public static AccountHistory of(Collection<ContractRecord> contracts, LocalDate today) {
        LocalDate since = contracts.stream()
                .map(ContractRecord::startsOn)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate firstMovement = contracts.stream()
                .flatMap(contract -> contract.movements().stream())
                .map(ContractMovement::on)
                .min(Comparator.naturalOrder())
                .orElse(since);
        return new AccountHistory(
                firstMovement.isBefore(since) ? firstMovement : since,
                count(contracts, MovementKind.RENEWAL, today),
                count(contracts, MovementKind.CHURN, today),
                last(contracts, MovementKind.CONTRACTION, today),
                last(contracts, MovementKind.EXPANSION, today));
    }

    private static int count(Collection<ContractRecord> contracts, MovementKind kind, LocalDate today) {
        return Math.toIntExact(contracts.stream()
                .flatMap(contract -> contract.movements().stream())
                .filter(movement -> movement.kind() == kind && !movement.on().isAfter(today))
                .count());
    }

    private static @Nullable LocalDate last(Collection<ContractRecord> contracts, MovementKind kind, LocalDate today) {
        return contracts.stream()
                .flatMap(contract -> contract.movements().stream())
                .filter(movement -> movement.kind() == kind && !movement.on().isAfter(today))
                .map(ContractMovement::on)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
