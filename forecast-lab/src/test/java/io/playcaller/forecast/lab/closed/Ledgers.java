package io.playcaller.forecast.lab.closed;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Builds contracts of the account {@code acme}, in euros unless it says otherwise. */
public final class Ledgers {

    private final String id;
    private final LocalDate startsOn;
    private final LocalDate endsOn;
    private final long units;
    private String currency = "EUR";
    private boolean autoRenew;
    private LocalDate noticeOn;
    private LocalDate closedOn;
    private String replaces;
    private final List<ContractMovement> movements = new ArrayList<>();

    private Ledgers(String id, String startsOn, String endsOn, long units) {
        this.id = id;
        this.startsOn = LocalDate.parse(startsOn);
        this.endsOn = LocalDate.parse(endsOn);
        this.units = units;
    }

    public static Ledgers contract(String id, String startsOn, String endsOn, long units) {
        return new Ledgers(id, startsOn, endsOn, units);
    }

    public Ledgers in(String other) {
        currency = other;
        return this;
    }

    public Ledgers renewingItself() {
        autoRenew = true;
        return this;
    }

    public Ledgers closed(String day) {
        closedOn = LocalDate.parse(day);
        return this;
    }

    public Ledgers replacing(String other) {
        replaces = other;
        return this;
    }

    public Ledgers cancelled(String day) {
        noticeOn = LocalDate.parse(day);
        return this;
    }

    public Ledgers moved(MovementKind kind, String day, long by) {
        movements.add(new ContractMovement(
                id + "-" + movements.size(), kind, LocalDate.parse(day), new Money(by * 100, currency), "l1", null));
        return this;
    }

    public ContractRecord build() {
        Money arr = new Money(units * 100, currency);
        return new ContractRecord(
                id,
                "acme",
                1,
                startsOn,
                startsOn,
                endsOn,
                autoRenew,
                60,
                noticeOn,
                closedOn,
                List.of(new ContractLine("l1", "core", arr, null, startsOn, endsOn)),
                List.copyOf(movements),
                null,
                replaces);
    }
}
