package io.playcaller.contracts.register;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.reason.Reason;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A chance that a customer buys more.
 *
 * @param version rises with every change
 * @param arr by how much the yearly recurring revenue would rise
 * @param contractId which would grow; null for a new one
 * @param expectedOn when it may be decided
 * @param closedOn when it was won or lost; null while it is open
 * @param reason why it was lost
 */
public record OpportunityRecord(
        String opportunityId,
        String accountId,
        long version,
        OpportunityStage stage,
        Money arr,
        @Nullable String productId,
        @Nullable String contractId,
        LocalDate openedOn,
        @Nullable LocalDate expectedOn,
        @Nullable LocalDate closedOn,
        @Nullable Reason reason) {

    /** The same as another version. */
    public OpportunityRecord withVersion(long newVersion) {
        return new OpportunityRecord(
                opportunityId,
                accountId,
                newVersion,
                stage,
                arr,
                productId,
                contractId,
                openedOn,
                expectedOn,
                closedOn,
                reason);
    }
}
