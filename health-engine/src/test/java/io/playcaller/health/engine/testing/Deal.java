package io.playcaller.health.engine.testing;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A contract in euros, as a CRM would write it. */
public record Deal(
        String id,
        LocalDate signedOn,
        LocalDate startsOn,
        LocalDate endsOn,
        boolean autoRenew,
        @Nullable LocalDate closedOn,
        @Nullable String replaces,
        List<ContractLine> lines,
        List<ContractMovement> movements) {

    /** Signed on its first day, of one line with ten seats; it does not renew by itself. */
    public static Deal of(String id, LocalDate from, LocalDate to, long arrMinor) {
        return new Deal(id, from, from, to, false, null, null, List.of(line("l-1", from, to, arrMinor)), List.of());
    }

    public static ContractLine line(String lineId, LocalDate from, LocalDate to, long arrMinor) {
        return new ContractLine(lineId, "suite", eur(arrMinor), 10, from, to);
    }

    /** A line without an end, which may be given up from then on. */
    public static ContractLine evergreen(String lineId, LocalDate from, LocalDate to, long arrMinor) {
        return new ContractLine(lineId, "suite", eur(arrMinor), 10, from, to, true, null, null, null);
    }

    public static Money eur(long minor) {
        return new Money(minor, "EUR");
    }

    public Deal signed(LocalDate day) {
        return new Deal(id, day, startsOn, endsOn, autoRenew, closedOn, replaces, lines, movements);
    }

    public Deal renewing() {
        return new Deal(id, signedOn, startsOn, endsOn, true, closedOn, replaces, lines, movements);
    }

    public Deal closed(LocalDate day) {
        return new Deal(id, signedOn, startsOn, endsOn, autoRenew, day, replaces, lines, movements);
    }

    public Deal replacing(String other) {
        return new Deal(id, signedOn, startsOn, endsOn, autoRenew, closedOn, other, lines, movements);
    }

    public Deal of(List<ContractLine> others) {
        return new Deal(id, signedOn, startsOn, endsOn, autoRenew, closedOn, replaces, others, movements);
    }

    /** With a movement more, of no line. */
    public Deal moved(MovementKind kind, LocalDate on, long deltaMinor) {
        ContractMovement more =
                new ContractMovement("m-" + movements.size(), kind, on, eur(deltaMinor), null, null, null);
        return moved(more);
    }

    public Deal moved(ContractMovement more) {
        List<ContractMovement> all =
                Stream.concat(movements.stream(), Stream.of(more)).toList();
        return new Deal(id, signedOn, startsOn, endsOn, autoRenew, closedOn, replaces, lines, all);
    }

    ContractRecord record(String accountId, long version) {
        return new ContractRecord(
                id, accountId, version, signedOn, startsOn, endsOn, autoRenew, 30, null, closedOn, lines, movements,
                null, replaces);
    }
}
