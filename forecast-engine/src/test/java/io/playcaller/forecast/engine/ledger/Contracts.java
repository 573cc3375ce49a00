package io.playcaller.forecast.engine.ledger;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.DatedAmount;
import io.playcaller.contracts.register.MovementKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Builds contracts. Amounts in whole euros. */
public final class Contracts {

    private final String id;
    private String account = "acme";
    private LocalDate startsOn = LocalDate.of(2025, 1, 1);
    private LocalDate endsOn = LocalDate.of(2026, 1, 1);
    private boolean autoRenew;
    private int noticeDays;
    private LocalDate noticeOn;
    private LocalDate closedOn;
    private String replaces;
    private final List<ContractLine> lines = new ArrayList<>();
    private final List<ContractMovement> movements = new ArrayList<>();

    private Contracts(String id) {
        this.id = id;
    }

    public static Contracts contract(String id) {
        return new Contracts(id);
    }

    public Contracts of(String accountId) {
        account = accountId;
        return this;
    }

    public Contracts from(String day) {
        startsOn = LocalDate.parse(day);
        return this;
    }

    public Contracts until(String day) {
        endsOn = LocalDate.parse(day);
        return this;
    }

    public Contracts renewingItself(int days) {
        autoRenew = true;
        noticeDays = days;
        return this;
    }

    public Contracts cancelledOn(String day) {
        noticeOn = LocalDate.parse(day);
        return this;
    }

    public Contracts closedOn(String day) {
        closedOn = LocalDate.parse(day);
        return this;
    }

    public Contracts replacing(String other) {
        replaces = other;
        return this;
    }

    public Contracts line(String product, long euros) {
        return line(product, euros, "EUR");
    }

    public Contracts line(String product, long units, String currency) {
        lines.add(new ContractLine(
                id + "-" + product, product, new Money(units * 100, currency), null, startsOn, endsOn));
        return this;
    }

    /** A line without an end, which may be given up from the end of the contract on. */
    public Contracts evergreen(String product, long euros) {
        Money arr = new Money(euros * 100, "EUR");
        lines.add(new ContractLine(id + "-" + product, product, arr, null, startsOn, endsOn, true, null, null, null));
        return this;
    }

    /** A line with days of its own. */
    public Contracts line(String product, long euros, String from, String until) {
        lines.add(new ContractLine(
                id + "-" + product + lines.size(),
                product,
                new Money(euros * 100, "EUR"),
                null,
                LocalDate.parse(from),
                LocalDate.parse(until)));
        return this;
    }

    /** A line with an agreed step. */
    public Contracts ramp(String product, long euros, String day, long then) {
        Money arr = new Money(euros * 100, "EUR");
        DatedAmount step = new DatedAmount(LocalDate.parse(day), new Money(then * 100, "EUR"));
        lines.add(new ContractLine(
                id + "-" + product, product, arr, null, startsOn, endsOn, null, List.of(step), null, null));
        return this;
    }

    /** A line that was billed by use in one month. */
    public Contracts used(String product, long committedEuros, String month, long euros) {
        Money committed = new Money(committedEuros * 100, "EUR");
        DatedAmount billed = new DatedAmount(LocalDate.parse(month), new Money(euros * 100, "EUR"));
        lines.add(new ContractLine(
                id + "-" + product, product, committed, null, startsOn, endsOn, null, null, List.of(billed), null));
        return this;
    }

    public Contracts moved(MovementKind kind, String day, long euros, String product) {
        String line = product == null ? null : id + "-" + product;
        Money delta = new Money(euros * 100, "EUR");
        movements.add(new ContractMovement(
                id + "-" + movements.size(), kind, LocalDate.parse(day), delta, line, (Reason) null));
        return this;
    }

    public Contracts again(int movement) {
        movements.add(movements.get(movement));
        return this;
    }

    public ContractRecord build() {
        return new ContractRecord(
                id,
                account,
                1,
                startsOn,
                startsOn,
                endsOn,
                autoRenew,
                noticeDays,
                noticeOn,
                closedOn,
                lines,
                movements,
                null,
                replaces);
    }
}
