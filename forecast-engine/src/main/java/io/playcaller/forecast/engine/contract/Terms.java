package io.playcaller.forecast.engine.contract;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractRecord;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a contract says.
 *
 * @param arr recurring revenue that is up for renewal
 * @param renewalOn first day that is no longer paid for
 * @param noticeBy last day to declare a cancellation; null without such a term
 * @param endKnownOn where it is certain that it ends in full: when a cancellation was declared, else the day of the churn
 *     that is on record; null while it is open
 */
public record Terms(
        String contractId,
        String accountId,
        Money arr,
        LocalDate renewalOn,
        @Nullable LocalDate noticeBy,
        boolean autoRenew,
        @Nullable LocalDate endKnownOn) {

    /** Those of {@code contract} on {@code today}: of the term that is in force, with {@code arr} to renew. */
    public static Terms of(ContractRecord contract, LocalDate today, Money arr, @Nullable LocalDate endKnownOn) {
        LocalDate renewalOn = contract.termOn(today).endsOn();
        LocalDate noticeBy = contract.noticeDays() > 0 ? renewalOn.minusDays(contract.noticeDays()) : null;
        return new Terms(
                contract.contractId(),
                contract.accountId(),
                arr,
                renewalOn,
                noticeBy,
                contract.autoRenew(),
                endKnownOn);
    }

    /** Its time to cancel has passed and it renews by itself: only a breach of terms ends it now. */
    public boolean bound(LocalDate today) {
        return autoRenew && endKnownOn == null && noticeBy != null && today.isAfter(noticeBy);
    }
}
