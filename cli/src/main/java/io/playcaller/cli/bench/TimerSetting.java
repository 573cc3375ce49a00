package io.playcaller.cli.bench;

import io.playcaller.bench.timer.TimerTerms;
import java.util.Locale;
import java.util.Map;

/**
 * Under which conditions {@code bench timers} measured, for programs and for people.
 *
 * @param heapMegabytes of either contender
 * @param pollMillis of either contender
 * @param lanes connections on which timers were armed and cancelled
 * @param postgres what its server has beside its defaults
 */
record TimerSetting(
        int processors,
        String java,
        int heapMegabytes,
        long pollMillis,
        int peerThreads,
        int lanes,
        Map<String, String> postgres) {

    static TimerSetting of(TimerTerms terms) {
        return new TimerSetting(
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                terms.heapMegabytes(),
                terms.poll().toMillis(),
                terms.peerThreads(),
                terms.lanes(),
                TimerTerms.POSTGRES);
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "%d processors, Java %s, heap %d MB, looks each %d ms, db-scheduler with %d threads, PostgreSQL %s, durable",
                processors,
                java,
                heapMegabytes,
                pollMillis,
                peerThreads,
                postgres);
    }
}
