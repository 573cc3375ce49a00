package io.playcaller.cli.bench;

import io.playcaller.bench.health.HealthTerms;
import java.util.Locale;
import java.util.Map;

/**
 * Under which conditions {@code bench health} measured, for programs and for people.
 *
 * @param heapMegabytes of either contender
 * @param commitMillis of the peer
 * @param postgres what its server has beside its defaults
 */
record HealthSetting(
        int processors,
        String java,
        int heapMegabytes,
        int brokerHeapMegabytes,
        int warmUpPercent,
        long commitMillis,
        boolean profiled,
        Map<String, String> postgres) {

    static HealthSetting of(HealthTerms terms) {
        return new HealthSetting(
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                terms.heapMegabytes(),
                HealthTerms.BROKER_MEGABYTES,
                terms.warmUpPercent(),
                terms.commitEvery().toMillis(),
                terms.profile(),
                HealthTerms.POSTGRES);
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "%d processors, Java %s, heap %d MB (broker %d), PostgreSQL %s, durable%s",
                processors,
                java,
                heapMegabytes,
                brokerHeapMegabytes,
                postgres,
                profiled ? ", with the flight recorder looking on" : "");
    }
}
