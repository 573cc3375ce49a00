package io.playcaller.system;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.fact.BackfillEnded;
import io.playcaller.contracts.fact.ModelActivated;
import io.playcaller.contracts.fact.PeerBaselinePublished;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.Step;
import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.engine.state.AccountState;
import io.playcaller.health.engine.state.StateCodec;
import io.playcaller.health.model.in.ModelFolder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The log folded from its beginning in this one process, record by record, by the engine that health-service runs, with nothing
 * else of the service: no owners, no store, no batches, no cache. What it says differs from the oracle in that it is exact, and
 * knows of time.
 */
final class Replay {

    private final HealthEngine engine =
            new HealthEngine(ModelFolder.read("model-dir", Optional.empty()).model());
    private final StateCodec codec = new StateCodec();
    private final Map<Integer, Partition> partitions = new HashMap<>();
    private final List<HealthChanged> changes = new ArrayList<>();
    private final List<SignalChanged> signals = new ArrayList<>();

    /**
     * Folds.
     *
     * @param log of all partitions, in order within each
     * @param nextOffsets where to stop, by partition
     */
    static Replay of(List<ConsumerRecord<String, byte[]>> log, Map<Integer, Long> nextOffsets) {
        Replay replay = new Replay();
        nextOffsets.keySet().forEach(partition -> replay.partitions.put(partition, replay.new Partition()));
        log.stream()
                .filter(record -> record.offset() < nextOffsets.getOrDefault(record.partition(), 0L))
                .forEach(record -> replay.partitions.get(record.partition()).fold(record));
        return replay;
    }

    /** The log's time, in the partition that is furthest behind. */
    Instant time() {
        return partitions.values().stream()
                .map(partition -> partition.log.now())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The bytes of the states of the chapter's accounts. */
    Map<String, String> states(String chapter) {
        Map<String, String> states = new TreeMap<>();
        for (Partition partition : partitions.values()) {
            partition.states.forEach((account, state) -> {
                if (account.startsWith(chapter + "-")) {
                    states.put(account, HexFormat.of().formatHex(codec.encode(state)));
                }
            });
        }
        return states;
    }

    Told told(String chapter) {
        Told told = new Told(chapter, time());
        changes.forEach(told::add);
        signals.forEach(told::add);
        return told;
    }

    private final class Partition {

        private final Map<String, AccountState> states = new TreeMap<>();
        private final Set<String> seen = new HashSet<>();
        private LogState log = LogState.start();

        void fold(ConsumerRecord<String, byte[]> record) {
            Event<?> event = EventCodec.read(record.headers(), record.value()).orElseThrow();
            String account = event.envelope().accountId();
            if (!seen.add(event.envelope().source() + "\n" + event.envelope().id())) {
                return;
            }
            if (account == null) {
                broadcast(event);
            } else {
                LogState known = log;
                step(account, state -> engine.apply(state, known, event));
            }
        }

        private void broadcast(Event<?> event) {
            LogState before = log;
            log = log.fold(event);
            LogState after = log;
            if (event.data() instanceof PeerBaselinePublished) {
                for (String account : List.copyOf(states.keySet())) {
                    step(account, state -> engine.comparedAnew(state, before, after));
                }
                return;
            }
            boolean everybody = event.data() instanceof BackfillEnded || activates(event.data());
            boolean moved =
                    !after.flipped(before).isEmpty() || !after.usageSince().equals(before.usageSince());
            for (String account : List.copyOf(states.keySet())) {
                if (everybody) {
                    step(account, state -> engine.settle(state, after));
                } else if (isDue(states.get(account), moved)) {
                    step(account, state -> engine.advance(state, after));
                }
            }
        }

        private boolean activates(Record data) {
            return data instanceof ModelActivated activated
                    && activated.contentHash().equals(engine.model().contentHash());
        }

        private boolean isDue(AccountState state, boolean moved) {
            Instant boundary = state.nextBoundary();
            return (boundary != null && !boundary.isAfter(log.now())) || (moved && engine.concerned(state, log));
        }

        private void step(String account, Transition transition) {
            AccountState before = states.getOrDefault(account, engine.fresh(account));
            Step step = transition.of(before);
            changes.addAll(step.changes());
            signals.addAll(step.signals());
            if (!step.state().equals(before)) {
                states.put(account, step.state());
            }
        }
    }

    private interface Transition {
        Step of(AccountState state);
    }
}
