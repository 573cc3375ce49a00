package io.playcaller.health.fold.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.fact.ClockTicked;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.fold.FactScope;
import io.playcaller.health.fold.LogEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/**
 * The same log gives the same everything, byte for byte, ids included: states, scores, signals, dead letters, what waits in
 * quarantine and where each partition stands, at any batching, with restarts, lost commits, rebalances and zombies.
 */
class SameLogPropertyTest {

    private static final HealthEngine ENGINE = new HealthEngine(Models.everything());

    /** The first says what sources do, the others do not. */
    private static final int PARTITIONS = 3;

    @Property(tries = 25)
    void whoeverFoldsItAndHowever(@ForAll long seed, @ForAll @IntRange(min = 2, max = 3) int replicas) {
        List<Log> logs = logs(seed);
        MemoryFoldStore expected = new MemoryFoldStore();
        Replicas.undisturbed(ENGINE, expected, logs);

        MemoryFoldStore store = new MemoryFoldStore();
        Replicas disturbed = new Replicas(replicas, ENGINE, store, logs, new Random(seed));
        disturbed.run();

        assertThat(store.states()).isEqualTo(expected.states());
        assertThat(store.announced()).isEqualTo(expected.announced());
        assertThat(store.waiting()).isEqualTo(expected.waiting());
        for (int partition = 0; partition < PARTITIONS; partition++) {
            assertThat(store.checkpoint(partition)).isEqualTo(expected.checkpoint(partition));
        }
        Statistics.label("a zombie's commit was refused")
                .collect(disturbed.refused() > 0)
                .coverage(tries -> tries.check(true).count(some -> some > 0));
    }

    /** Within the window in which a repeated fact is recognised, whatever came between. */
    @Property(tries = 10)
    void whatIsToldAgainChangesNothing(@ForAll long seed) {
        Random random = new Random(seed);
        List<Log> once = new ArrayList<>();
        List<Log> again = new ArrayList<>();
        for (Log log : logs(seed)) {
            once.add(repeating(log, () -> 0));
            again.add(repeating(log, () -> random.nextInt(3)));
        }
        MemoryFoldStore expected = new MemoryFoldStore();
        Replicas.undisturbed(ENGINE, expected, once);

        MemoryFoldStore store = new MemoryFoldStore();
        Replicas.undisturbed(ENGINE, store, again);

        assertThat(again.get(0).entries())
                .hasSizeGreaterThan(once.get(0).entries().size());
        assertThat(store.states()).isEqualTo(expected.states());
        assertThat(scoresAndSignals(store)).isEqualTo(scoresAndSignals(expected));
        assertThat(store.waiting()).containsOnlyKeys(expected.waiting().keySet());
    }

    /** Its facts, and after each of them so many of those since the last tick once more. */
    private static Log repeating(Log log, IntSupplier times) {
        Log told = new Log(3);
        List<Event<?>> lately = new ArrayList<>();
        for (LogEntry entry : log.entries()) {
            if (entry instanceof LogEntry.Fact fact) {
                if (fact.event().data() instanceof ClockTicked) {
                    lately.clear();
                }
                lately.add(fact.event());
                told.fact(fact.event());
                for (int i = times.getAsInt(); i > 0; i--) {
                    told.fact(lately.get(lately.size() * i / 3));
                }
            }
        }
        return told;
    }

    private static Map<String, Record> scoresAndSignals(MemoryFoldStore store) {
        Map<String, Record> said = store.announced();
        said.values().removeIf(DeadLetter.class::isInstance);
        return said;
    }

    /** That these logs are worth folding. */
    @Example
    void theLogsTellOfEverythingThatAnAccountIsToldOf() {
        List<Log> logs = LongStream.range(0, 12)
                .boxed()
                .flatMap(seed -> logs(seed).stream())
                .toList();
        Set<EventType> told = logs.stream()
                .flatMap(log -> log.entries().stream())
                .filter(LogEntry.Fact.class::isInstance)
                .map(entry -> ((LogEntry.Fact) entry).event().type())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventType.class)));

        assertThat(told)
                .containsAll(Arrays.stream(EventType.values())
                        .filter(type -> FactScope.of(type) != FactScope.NONE)
                        .toList());
        MemoryFoldStore store = new MemoryFoldStore();
        Replicas.undisturbed(ENGINE, store, logs(0));
        assertThat(store.announced().values()).hasAtLeastOneElementOfType(HealthChanged.class);
        assertThat(store.announced().values()).hasAtLeastOneElementOfType(SignalChanged.class);
    }

    private static List<Log> logs(long seed) {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(partition ->
                        LogOfLives.of(seed, partition, ENGINE.model().contentHash()))
                .toList();
    }
}
