package io.playcaller.health.fold.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.fold.LogEntry;
import io.playcaller.health.fold.Work;
import io.playcaller.health.model.in.ShippedModel;
import io.playcaller.health.models.app.OneEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * An hour in which this service is down accuses nobody: the log goes on without it, and what was used meanwhile is folded before
 * the ticks at which its absence would have counted.
 */
class ServiceOutageTest {

    private static final UUID LOG_ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final HealthEngine ENGINE = new HealthEngine(ShippedModel.read());

    /** Days of use, and the finished days without it that are silence in the segment of an account without a contract. */
    private static final int USED = 20;

    private static final int SILENT = 21;

    /** The midnight at which the silence is long enough, unless somebody used the product the evening before. */
    private static final Instant BOUNDARY = START.plus(Duration.ofDays(USED + SILENT));

    private static final Instant DOWN = BOUNDARY.minus(Duration.ofMinutes(30));
    private static final Instant UP = BOUNDARY.plus(Duration.ofMinutes(30));

    @Test
    void whoWasUsedInTheHourIsNotSaidToBeSilent() {
        Log log = log(true);

        assertThat(openedSince(outage(log))).isEmpty();
        assertThat(outage(log)).isEqualTo(healthy(log));
    }

    @Test
    void whoWasNotUsedIsSaidToBeAsIfTheServiceHadNeverBeenDown() {
        Log log = log(false);

        assertThat(openedSince(outage(log)))
                .extracting(SignalChanged::reason, SignalChanged::at)
                .containsExactly(tuple(Reason.USAGE_SILENT, BOUNDARY));
        assertThat(outage(log)).isEqualTo(healthy(log));
    }

    @Test
    void nothingIsTakenBackAfterIt() {
        assertThat(outage(log(true))).extracting(SignalChanged::state).doesNotContain(SignalState.RETRACTED);
    }

    private static List<SignalChanged> healthy(Log log) {
        MemoryFoldStore store = new MemoryFoldStore();
        PartitionFold fold = claim(store);
        log.entries().forEach(entry -> fold.fold(List.of(entry)));
        return told(store);
    }

    /** The process dies at the beginning of the hour; the next one finds the whole hour in the log and folds it at once. */
    private static List<SignalChanged> outage(Log log) {
        MemoryFoldStore store = new MemoryFoldStore();
        List<LogEntry> entries = log.entries();
        int down = 0;
        while (time(entries.get(down)).isBefore(DOWN)) {
            down++;
        }
        claim(store).fold(entries.subList(0, down));
        PartitionFold next = claim(store);
        next.fold(entries.subList((int) next.readFrom(), entries.size()));
        return told(store);
    }

    private static Instant time(LogEntry entry) {
        return ((LogEntry.Fact) entry).event().envelope().time();
    }

    private static List<SignalChanged> told(MemoryFoldStore store) {
        return store.works().stream()
                .flatMap(work -> work.signals().stream())
                .map(Work.KeyedSignal::signal)
                .toList();
    }

    /** What was opened by what happened, or did not, from the hour on. */
    private static List<SignalChanged> openedSince(List<SignalChanged> told) {
        return told.stream()
                .filter(signal -> signal.state() == SignalState.OPENED)
                .filter(signal -> !signal.at().isBefore(DOWN))
                .toList();
    }

    /** Use on each day, then none up to the boundary; then the hour, with or without use in it; ticks every ten minutes. */
    private static Log log(boolean usedInTheHour) {
        Log log = new Log();
        Instant end = UP.plus(Duration.ofHours(2));
        for (Instant tick = START; !tick.isAfter(end); tick = tick.plus(Duration.ofMinutes(10))) {
            boolean noon = tick.getEpochSecond() % 86_400 == 43_200;
            boolean inUse = tick.isBefore(START.plus(Duration.ofDays(USED)));
            if ((noon && inUse) || (usedInTheHour && tick.equals(DOWN.plus(Duration.ofMinutes(10))))) {
                log.usage("e-" + tick, "acme", "ann", tick.minusSeconds(60));
            }
            log.tick(tick);
        }
        return log;
    }

    private static PartitionFold claim(MemoryFoldStore store) {
        FoldParts parts = new FoldParts(
                new OneEngine(ENGINE),
                store,
                new StateCache(100_000),
                new FoldMetrics(new SimpleMeterRegistry()),
                committed -> {},
                new FoldParts.Limits(Duration.ofMinutes(15), 5));
        return new PartitionFold(3, store.claim(3, LOG_ID, 0), parts);
    }
}
