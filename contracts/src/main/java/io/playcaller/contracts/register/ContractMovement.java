package io.playcaller.contracts.register;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.reason.Reason;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One dated movement of a contract's ARR.
 *
 * @param delta change of ARR; negative for contraction and churn
 * @param reason why, for contraction and churn; null when nobody said
 * @param seats change of paid seats, zero where only the price moved; null when nobody said
 */
public record ContractMovement(
        String movementId,
        MovementKind kind,
        LocalDate on,
        Money delta,
        @Nullable String lineId,
        @Nullable Reason reason,
        @Nullable Integer seats) {

    /** One that says nothing of seats. */
    public ContractMovement(
            String movementId,
            MovementKind kind,
            LocalDate on,
            Money delta,
            @Nullable String lineId,
            @Nullable Reason reason) {
        this(movementId, kind, on, delta, lineId, reason, null);
    }
}
