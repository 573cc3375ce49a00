package io.playcaller.forecast.engine.ledger;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The ARR that a problem of a contract concerns. An amount beyond all bounds counts as the largest. */
final class AtStake {

    private AtStake() {}

    /** All of it, in its currency: what its lines state, or the most that its movements come to where that is more. */
    static Money of(ContractRecord contract) {
        return in(ContractChecks.currencyOf(contract), contract);
    }

    /** The same of its amounts in one currency. */
    static Money in(String currency, ContractRecord contract) {
        Money stated = stated(currency, contract.lines());
        Money most = most(currency, contract.movements());
        return most.minor() > stated.minor() ? most : stated;
    }

    /** The ARR that {@code lines} of a contract state. */
    static Money stated(ContractRecord contract, List<ContractLine> lines) {
        return stated(ContractChecks.currencyOf(contract), lines);
    }

    /** What {@code movements} of a contract won and lost, one added to the other. */
    static Money of(List<ContractMovement> movements, ContractRecord contract) {
        String currency = ContractChecks.currencyOf(contract);
        return movements.stream()
                .map(ContractMovement::delta)
                .filter(delta -> delta.currency().equals(currency))
                .map(delta -> new Money(Math.abs(bounded(delta)), currency))
                .reduce(Money.zero(currency), Money::plus);
    }

    private static Money stated(String currency, List<ContractLine> lines) {
        return lines.stream()
                .map(ContractLine::arr)
                .filter(arr -> arr.currency().equals(currency))
                .map(arr -> new Money(bounded(arr), currency))
                .reduce(Money.zero(currency), Money::plus);
    }

    private static Money most(String currency, List<ContractMovement> movements) {
        Set<String> seen = new HashSet<>();
        List<Long> deltas = movements.stream()
                .filter(movement -> movement.delta().currency().equals(currency) && seen.add(movement.movementId()))
                .sorted(Comparator.comparing(ContractMovement::on))
                .map(movement -> bounded(movement.delta()))
                .toList();
        long balance = 0;
        long most = 0;
        for (long delta : deltas) {
            balance = Math.addExact(balance, delta);
            most = Math.max(most, balance);
        }
        return new Money(most, currency);
    }

    private static long bounded(Money amount) {
        return Math.max(-ContractChecks.LARGEST, Math.min(ContractChecks.LARGEST, amount.minor()));
    }
}
