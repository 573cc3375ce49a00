package io.playcaller.ingest.log.app;

import io.playcaller.ingest.claim.ClaimKey;
import io.smallrye.mutiny.Uni;

/**
 * A reading of {@code customer-events} for some events: what the log has is what was counted, whatever a claim says. Each
 * partition is read once, from the scan's beginning, and later only what was added. One question at a time.
 */
public interface LogScan extends AutoCloseable {

    /**
     * Whether the event stands in the partition of the account, up to its present end.
     *
     * @return fails when the log does not answer, or cannot be read to its end in time
     */
    Uni<Boolean> contains(String accountId, ClaimKey event);

    @Override
    void close();
}
