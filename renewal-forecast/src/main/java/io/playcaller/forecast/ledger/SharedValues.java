package io.playcaller.forecast.ledger;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.DatedAmount;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes equal parts of contracts one object. As they are read each contract has days, currencies, products and ids of lines of its own, and lists
 * with room to grow; of a hundred thousand nearly all of these are equal. Lives as long as a reading; not safe for several threads at once.
 */
public final class SharedValues {

    private final Map<LocalDate, LocalDate> days = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();

    /** A contract that is equal to {@code told}, and shares what it can with those before it. */
    public ContractRecord of(ContractRecord told) {
        return new ContractRecord(
                told.contractId(),
                word(told.accountId()),
                told.version(),
                day(told.signedOn()),
                day(told.startsOn()),
                day(told.endsOn()),
                told.autoRenew(),
                told.noticeDays(),
                known(told.noticeReceivedOn()),
                known(told.closedOn()),
                told.lines().stream().map(this::line).toList(),
                told.movements().stream().map(this::movement).toList(),
                told.withdrawn(),
                told.replaces());
    }

    private ContractLine line(ContractLine line) {
        return new ContractLine(
                word(line.lineId()),
                word(line.productId()),
                money(line.arr()),
                line.seats(),
                day(line.startsOn()),
                day(line.endsOn()),
                line.evergreen(),
                amounts(line.ramp()),
                amounts(line.usage()),
                line.oneTime() == null ? null : money(line.oneTime()));
    }

    private ContractMovement movement(ContractMovement movement) {
        return new ContractMovement(
                movement.movementId(),
                movement.kind(),
                day(movement.on()),
                money(movement.delta()),
                movement.lineId() == null ? null : word(movement.lineId()),
                movement.reason(),
                movement.seats());
    }

    private @Nullable List<DatedAmount> amounts(@Nullable List<DatedAmount> amounts) {
        return amounts == null
                ? null
                : amounts.stream()
                        .map(amount -> new DatedAmount(day(amount.on()), money(amount.amount())))
                        .toList();
    }

    private Money money(Money money) {
        return new Money(money.minor(), word(money.currency()));
    }

    private @Nullable LocalDate known(@Nullable LocalDate day) {
        return day == null ? null : day(day);
    }

    private LocalDate day(LocalDate day) {
        return days.computeIfAbsent(day, first -> first);
    }

    private String word(String word) {
        return words.computeIfAbsent(word, first -> first);
    }
}
