package io.playcaller.health.engine.fact;

import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.DatedAmount;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is kept of a contract. It is worth from day to day what the contract ledger counts: where there are movements, these by their
 * dates; else its lines from their starts, with their ramps, or with what was used. A line that ends before its contract is worth
 * nothing from then on.
 */
final class ContractFold {

    private final ContractRecord told;
    private final List<ContractMovement> movements;
    private final Set<String> moved;
    private final Changes changes = new Changes();

    private ContractFold(ContractRecord told) {
        this.told = told;
        Set<String> ids = new HashSet<>();
        this.movements = told.movements().stream()
                .filter(movement -> ids.add(movement.movementId()))
                .toList();
        this.moved = movements.stream()
                .map(ContractMovement::lineId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** @param toldDay when it was told */
    static Contract of(ContractRecord told, long toldDay) {
        Product product =
                told.lines().stream().map(line -> Product.of(line.productId())).reduce(Product.NONE, Product::and);
        boolean withoutEnd = told.neverEnds() && told.closedOn() == null;
        return new Contract(
                Days.of(told.signedOn()),
                Days.of(told.startsOn()),
                withoutEnd ? Long.MAX_VALUE : Days.of(told.endsOn()),
                told.runsOn(),
                told.runsOn() && told.autoRenew() && !told.neverEnds(),
                told.noticeDays(),
                Days.of(told.closedOn()),
                told.replaces() == null ? "" : Fingerprint.bounded(told.replaces(), RegisterFold.ID),
                product,
                new ContractFold(told).revenue(toldDay),
                told.lines().stream()
                        .limit(Contract.LINES)
                        .map(line -> new Contract.Line(endDay(line, told), product(line, product)))
                        .toList(),
                Days.of(told.noticeReceivedOn()));
    }

    /** @param only the product of the contract, where it is of one */
    private static String product(ContractLine line, Product only) {
        return only.several() ? Fingerprint.bounded(line.productId(), Products.LONGEST) : only.id();
    }

    private static long endDay(ContractLine line, ContractRecord told) {
        return !line.neverEnds() && line.endsOn().isBefore(told.endsOn()) ? Days.of(line.endsOn()) : Long.MAX_VALUE;
    }

    private List<Revenue> revenue(long toldDay) {
        for (ContractLine line : told.lines()) {
            seats(line);
            if (byItself(line)) {
                arr(line);
            }
        }
        movements.forEach(movement -> changes.arr(
                movement.delta().currency(),
                Days.of(movement.on()),
                movement.delta().minor()));
        return changes.revenue(toldDay);
    }

    /** A ramp, or what was used, counts beside movements where none may mean its line. */
    private boolean byItself(ContractLine line) {
        if (movements.isEmpty()) {
            return true;
        }
        boolean allNameOne = movements.stream().allMatch(movement -> movement.lineId() != null);
        return allNameOne && !moved.contains(line.lineId()) && (line.ramp() != null || line.usage() != null);
    }

    private void arr(ContractLine line) {
        String currency = line.arr().currency();
        long level = line.arr().minor();
        changes.arr(currency, Days.of(line.startsOn()), level);
        for (DatedAmount step : line.steps()) {
            changes.arr(currency, Days.of(step.on()), Revenue.sum(step.amount().minor(), -level));
            level = step.amount().minor();
        }
        changes.arr(currency, endDay(line, told), -level);
    }

    /** A line says how many seats it has after all of its movements. */
    private void seats(ContractLine line) {
        Integer seats = line.seats();
        if (seats == null) {
            return;
        }
        String currency = line.arr().currency();
        long before = seats;
        for (ContractMovement movement : movements) {
            Integer more = movement.seats();
            if (more != null && line.lineId().equals(movement.lineId())) {
                changes.seats(currency, Days.of(movement.on()), more, 0);
                before -= more;
            }
        }
        changes.seats(currency, Days.of(line.startsOn()), before, 1);
        changes.seats(currency, endDay(line, told), -seats, -1);
    }
}
