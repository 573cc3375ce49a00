package io.playcaller.forecast.engine.ledger;

import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.DatedAmount;
import io.playcaller.contracts.register.MovementKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What changes the ARR of a contract, in order of days, before its end is looked at. */
final class ContractChanges {

    private ContractChanges() {}

    static List<LineChange> of(ContractRecord contract) {
        List<LineChange> changes = new ArrayList<>();
        contract.lines().stream()
                .filter(line -> byItself(line, contract))
                .forEach(line -> changes.addAll(ofLine(line, contract)));
        Set<String> seen = new HashSet<>();
        contract.movements().stream()
                .filter(movement -> seen.add(movement.movementId()))
                .map(ContractChanges::ofMovement)
                .forEach(changes::add);
        changes.sort(Comparator.comparing(LineChange::on));
        return changes;
    }

    /** Lines go by the movements where there are any; a ramp, or what was used, counts where no movement may mean its line. */
    static boolean byItself(ContractLine line, ContractRecord contract) {
        if (contract.movements().isEmpty()) {
            return true;
        }
        Set<String> named = contract.movements().stream()
                .map(ContractMovement::lineId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        boolean allNameOne = contract.movements().stream().allMatch(movement -> movement.lineId() != null);
        return allNameOne && !named.contains(line.lineId()) && (line.ramp() != null || line.usage() != null);
    }

    private static List<LineChange> ofLine(ContractLine line, ContractRecord contract) {
        LocalDate over = LineDays.over(line, contract);
        if (over != null && !line.startsOn().isBefore(over)) {
            return List.of();
        }
        List<LineChange> changes = new ArrayList<>();
        changes.add(LineChange.of(line.lineId(), line.startsOn(), line.arr().minor(), Cause.START));
        long before = line.arr().minor();
        for (DatedAmount step : line.steps()) {
            if (over == null || step.on().isBefore(over)) {
                long arr = step.amount().minor();
                Cause cause = line.usage() == null ? Cause.RAMP : Cause.USAGE;
                changes.add(LineChange.of(line.lineId(), step.on(), Math.subtractExact(arr, before), cause));
                before = arr;
            }
        }
        if (LineDays.endsByItself(line, contract)) {
            changes.add(LineChange.of(line.lineId(), line.endsOn(), Math.negateExact(before), Cause.END));
        }
        return changes;
    }

    private static LineChange ofMovement(ContractMovement movement) {
        return new LineChange(
                movement.lineId(), movement.on(), movement.delta().minor(), cause(movement.kind()), movement.seats());
    }

    private static Cause cause(MovementKind kind) {
        return switch (kind) {
            case NEW, REACTIVATION -> Cause.START;
            case UPLIFT -> Cause.PRICE;
            case RENEWAL -> Cause.RENEWED;
            case CHURN -> Cause.END;
            case EXPANSION, CONTRACTION, UNKNOWN -> Cause.VOLUME;
        };
    }
}
