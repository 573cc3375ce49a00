package io.playcaller.forecast.engine.contract;

import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.forecast.engine.ledger.ContractPostings;
import io.playcaller.forecast.engine.ledger.Succession;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the contracts of an account tell about its past.
 *
 * @param customerSince start of its first contract
 * @param renewals how often any of its contracts was renewed: in writing, of all its lines on one day, by a contract that replaces it, or by
 *     one that starts about the end of a closed one, within the reactivation gap, and goes on from it ({@link Succession#goesOn})
 * @param churned how often one ended in full and none went on from it: in writing, with a movement after which nothing of it was left, or closed
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
     * @param gapDays who is back within so many days never left
     */
    public static AccountHistory of(Collection<ContractRecord> contracts, LocalDate today, int gapDays) {
        LocalDate since = contracts.stream()
                .map(ContractRecord::startsOn)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate firstMovement = contracts.stream()
                .flatMap(contract -> contract.movements().stream())
                .map(ContractMovement::on)
                .min(Comparator.naturalOrder())
                .orElse(since);
        List<ContractPostings> read = ContractPostings.of(contracts);
        long renewed = read.stream()
                .flatMap(contract -> days(contract, MovementKind.RENEWAL))
                .filter(day -> !day.isAfter(today))
                .count();
        long ended = read.stream()
                .flatMap(contract -> endsInWriting(contract, contracts, gapDays))
                .filter(day -> !day.isAfter(today))
                .count();
        return new AccountHistory(
                firstMovement.isBefore(since) ? firstMovement : since,
                Math.toIntExact(renewed + closed(read, contracts, today, gapDays, true)),
                Math.toIntExact(ended + closed(read, contracts, today, gapDays, false)),
                last(contracts, MovementKind.CONTRACTION, today),
                last(contracts, MovementKind.EXPANSION, today));
    }

    /** The days on which movements of a kind are, each once: one for each line, or told twice, is one event. */
    private static Stream<LocalDate> days(ContractPostings contract, MovementKind kind) {
        return contract.contract().movements().stream()
                .filter(movement -> movement.kind() == kind)
                .map(ContractMovement::on)
                .distinct();
    }

    /** The days on which a line went in writing and nothing was left of the contract any more; none of one that the ledger refuses. */
    private static Stream<LocalDate> goneInWriting(ContractPostings contract) {
        return days(contract, MovementKind.CHURN)
                .filter(day -> contract.arrOn(day.minusDays(1)) > 0 && contract.arrOn(day) == 0);
    }

    /** Those of them after which no other contract went on from it within the gap. */
    private static Stream<LocalDate> endsInWriting(
            ContractPostings contract, Collection<ContractRecord> contracts, int gapDays) {
        return goneInWriting(contract)
                .filter(day -> contracts.stream()
                        .filter(other -> !other.startsOn().isAfter(day.plusDays(gapDays)))
                        .noneMatch(other -> succeeds(other, contract.contract(), gapDays)));
    }

    /** Contracts that ended otherwise, with or without a successor. */
    private static long closed(
            List<ContractPostings> read,
            Collection<ContractRecord> contracts,
            LocalDate today,
            int gapDays,
            boolean succeeded) {
        return read.stream()
                .filter(contract ->
                        endsInWriting(contract, contracts, gapDays).findAny().isEmpty())
                .filter(contract -> isOver(contract, contracts, today))
                .map(ContractPostings::contract)
                .filter(contract ->
                        contracts.stream().anyMatch(other -> succeeds(other, contract, gapDays)) == succeeded)
                .count();
    }

    private static boolean isOver(ContractPostings contract, Collection<ContractRecord> contracts, LocalDate today) {
        ContractRecord told = contract.contract();
        LocalDate overOn = told.overOn();
        return (overOn != null && !overOn.isAfter(today))
                || goneInWriting(contract).anyMatch(day -> !day.isAfter(today))
                || contracts.stream()
                        .anyMatch(other ->
                                replaces(other, told) && !other.startsOn().isAfter(today));
    }

    /** Whether {@code younger} takes the place of {@code contract}: it says so, or goes on from it without a word. */
    public static boolean succeeds(ContractRecord younger, ContractRecord contract, int gapDays) {
        return replaces(younger, contract) || Succession.goesOn(younger, contract, gapDays);
    }

    /** As in the ledger, where a contract that is closed and had ended by then is replaced by none. */
    private static boolean replaces(ContractRecord younger, ContractRecord contract) {
        LocalDate overOn = contract.overOn();
        return contract.contractId().equals(younger.replaces())
                && younger.startsOn().isAfter(contract.startsOn())
                && (overOn == null || younger.startsOn().isBefore(overOn));
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
