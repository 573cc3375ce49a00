package io.playcaller.health.account;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.reason.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Accounts of one stage that wait for the same milestone.
 *
 * @param owner role that answers for the stage; null of a stage that this model does not have
 * @param waitsFor key of the milestone; null where none is waited for
 * @param arr one amount for each currency; nothing is converted
 * @param waiting how long they have waited, in days
 * @param beyondTarget how many are longer in their stage than they should be
 * @param stalled how many of these so long that the stage is stalled
 * @param stallReason what that is called; null of a stage that never stalls
 */
public record FunnelStep(
        String stage,
        @Nullable String owner,
        @Nullable String waitsFor,
        long accounts,
        List<Money> arr,
        Days waiting,
        long beyondTarget,
        long stalled,
        @Nullable Reason stallReason) {

    public FunnelStep {
        arr = List.copyOf(arr);
    }

    /**
     * How a number of days is spread, in whole days, rounded down.
     *
     * @param p90 nine of ten are at most this
     */
    public record Days(long median, long p90) {}
}
