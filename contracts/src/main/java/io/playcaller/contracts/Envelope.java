package io.playcaller.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside the data of every record on Kafka, as CloudEvents attributes in {@code ce_*} headers.
 *
 * @param id unique within {@code source}: (source, id) is the identity that is counted once
 * @param source who says so: the key's source name at the door ({@code web}), or {@code playcaller/<service>}
 * @param time when it happened, by the sender's corrected clock
 * @param accountId the account that the fact is about (header {@code ce_accountid}); null for what concerns the log
 *     or a partition as a whole
 * @param origin live or baseline (header {@code ce_origin})
 * @param receivedAt when the door took it in, or let it go on that waited for its account (header {@code ce_receivedat})
 * @param rev revision of the aggregate that is the record's key (header {@code ce_rev}): readers ignore a lower one; 0
 *     where the key has no revisions
 */
public record Envelope(
        String id,
        String source,
        Instant time,
        @Nullable String accountId,
        FactOrigin origin,
        Instant receivedAt,
        long rev) {

    /** An envelope for what one of our services says now. */
    public static Envelope own(String id, String service, Instant now, @Nullable String accountId, long rev) {
        return new Envelope(id, "playcaller/" + service, now, accountId, FactOrigin.LIVE, now, rev);
    }

    public Envelope as(FactOrigin newOrigin) {
        return new Envelope(id, source, time, accountId, newOrigin, receivedAt, rev);
    }
}
