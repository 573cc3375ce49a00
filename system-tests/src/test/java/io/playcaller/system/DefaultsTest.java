package io.playcaller.system;

import static io.playcaller.system.ServiceDefaults.HEALTH_SERVICE;
import static io.playcaller.system.ServiceDefaults.USAGE_INGEST;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Settings of several services that are right only together. */
class DefaultsTest {

    /** A retry that is taken at the last moment still waits for a lock, for Redis and for Kafka before it is in the log. */
    @Test
    void aRetryOfUnknownOutcomeLandsWhileHealthServiceStillTellsDuplicates() {
        Duration toldByItsOwner = HEALTH_SERVICE.duration("Fold", "dedupWindow");
        Duration lastTaken = USAGE_INGEST.duration("Dedup", "ownerWindow");
        Duration landing = USAGE_INGEST
                .duration("Dedup", "lockWait")
                .plus(USAGE_INGEST.duration("Dedup", "timeout"))
                .plus(USAGE_INGEST.duration("Log", "blockTimeout"))
                .plus(USAGE_INGEST.duration("Log", "deliveryTimeout"));

        assertThat(lastTaken.plus(landing)).isLessThan(toldByItsOwner);
    }
}
