package io.playcaller.ingest.log.app;

import io.playcaller.ingest.claim.ClaimKey;
import java.time.Instant;
import java.util.Set;

/** Opens scans of the log; nothing is read before the first question. */
public interface LogScans {

    /**
     * @param events what may be asked for
     * @param since in real time, as the broker stamps records: what was stored before is not looked at
     */
    LogScan of(Set<ClaimKey> events, Instant since);
}
