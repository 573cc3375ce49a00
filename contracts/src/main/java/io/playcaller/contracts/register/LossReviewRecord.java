package io.playcaller.contracts.register;

import io.playcaller.contracts.reason.Reason;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What people found out about a contract that ended or shrank. It may say otherwise than the movement of the contract, which
 * has the reason of the day; what {@link Reason#avoidable} says by default, it says of this loss.
 *
 * @param version rises with every change
 * @param reason why, after a second look
 * @param avoidable whether somebody of ours could have prevented it
 * @param reviewedBy our person
 * @param corrects the day that an earlier version of this review had by mistake, so that what was said of that day no longer holds; null for none
 */
public record LossReviewRecord(
        String contractId,
        String accountId,
        long version,
        LocalDate reviewedOn,
        Reason reason,
        boolean avoidable,
        @Nullable String reviewedBy,
        @Nullable LocalDate corrects) {

    /** One that corrects no day. */
    public LossReviewRecord(
            String contractId,
            String accountId,
            long version,
            LocalDate reviewedOn,
            Reason reason,
            boolean avoidable,
            @Nullable String reviewedBy) {
        this(contractId, accountId, version, reviewedOn, reason, avoidable, reviewedBy, null);
    }

    /** Whether it says that {@code other} has the wrong day. */
    public boolean takesBack(LossReviewRecord other) {
        return version > other.version && contractId.equals(other.contractId) && other.reviewedOn.equals(corrects);
    }

    /** The same as another version. */
    public LossReviewRecord withVersion(long newVersion) {
        return new LossReviewRecord(
                contractId, accountId, newVersion, reviewedOn, reason, avoidable, reviewedBy, corrects);
    }
}
