package io.playcaller.forecast.engine.credit;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import java.time.LocalDate;

/**
 * What a movement is credited with: what it says it moved. A renewal that says no change won all the same: it is credited with what
 * was there before, less what was lost on the day, and with what the renewal itself adds.
 */
final class CreditedAmount {

    private CreditedAmount() {}

    static Money of(ContractRecord contract, ContractMovement movement) {
        long delta = movement.delta().minor();
        if (movement.kind() != MovementKind.RENEWAL) {
            return movement.delta();
        }
        long before = 0;
        long lost = 0;
        LocalDate day = movement.on();
        for (ContractMovement other : contract.movements()) {
            if (other.on().isBefore(day)) {
                before = Math.addExact(before, other.delta().minor());
            } else if (other.on().equals(day)) {
                lost = Math.addExact(lost, Math.min(0, other.delta().minor()));
            }
        }
        long kept = Math.max(0, Math.addExact(before, lost));
        return new Money(
                Math.addExact(kept, Math.max(0, delta)), movement.delta().currency());
    }
}
