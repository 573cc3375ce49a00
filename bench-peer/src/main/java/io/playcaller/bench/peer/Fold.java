package io.playcaller.bench.peer;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.fact.BackfillEnded;
import io.playcaller.contracts.fact.ClockTicked;
import io.playcaller.contracts.fact.ModelActivated;
import io.playcaller.contracts.fact.PeerBaselinePublished;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.Step;
import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.engine.state.AccountState;
import io.playcaller.health.engine.state.StateCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** One partition: folds its records in order, each once, and forwards what came of it. */
final class Fold {

    /** One step of an account by the engine. */
    private interface Transition {
        Step of(AccountState state);
    }

    private final HealthEngine engine;
    private final KeyValueStore<String, byte[]> accounts;
    private final KeyValueStore<String, byte[]> logs;
    private final Seen seen;
    private final Announcer announcer;
    private final StateCodec codec = new StateCodec();
    private final Due due = new Due();
    private LogState log;

    /** Goes on from what the stores of the partition say. */
    Fold(HealthEngine engine, ProcessorContext<String, byte[]> context) {
        this.engine = engine;
        this.accounts = context.getStateStore(HealthTopology.ACCOUNTS);
        this.logs = context.getStateStore(HealthTopology.LOG);
        this.seen = new Seen(context.getStateStore(HealthTopology.SEEN), PeerSettings.DEDUP_WINDOW);
        this.announcer = new Announcer(context);
        byte[] known = logs.get(HealthTopology.LOG);
        this.log = known == null ? LogState.start() : codec.decodeLog(known);
        try (KeyValueIterator<String, byte[]> all = accounts.all()) {
            all.forEachRemaining(entry ->
                    due.set(entry.key, Kept.read(codec, entry.value).state().nextBoundary()));
        }
    }

    void take(Record<byte[], byte[]> record) {
        Event<?> event = EventCodec.read(record.headers(), record.value()).orElse(null);
        if (event == null) {
            return;
        }
        Instant tick = event.data() instanceof ClockTicked ticked ? ticked.at() : null;
        if (!seen.first(event.envelope().source(), event.envelope().id(), tick)) {
            return;
        }
        String accountId = event.envelope().accountId();
        if (accountId == null) {
            broadcast(event);
        } else {
            step(accountId, state -> engine.apply(state, log, event));
        }
    }

    private void step(String accountId, Transition transition) {
        byte[] stored = accounts.get(accountId);
        Kept before = stored == null ? new Kept(0, engine.fresh(accountId)) : Kept.read(codec, stored);
        Step step = transition.of(before.state());
        if (moved(before.state(), step)) {
            long rev = announcer.announce(accountId, before.rev(), step);
            Kept after = new Kept(rev, step.state());
            accounts.put(accountId, after.bytes(codec));
            due.set(accountId, step.state().nextBoundary());
        }
    }

    /** The engine answers the same object when nothing changed. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean moved(AccountState before, Step step) {
        return step.state() != before || !step.silent();
    }

    private void broadcast(Event<?> event) {
        LogState before = log;
        log = before.fold(event);
        logs.put(HealthTopology.LOG, codec.encode(log));
        if (event.data() instanceof BackfillEnded || activatesOurModel(event)) {
            everyone().forEach(account -> step(account, state -> engine.settle(state, log)));
            return;
        }
        if (event.data() instanceof PeerBaselinePublished) {
            compareAnew(before);
            return;
        }
        due.at(log.now()).forEach(account -> step(account, state -> engine.advance(state, log)));
        if (!log.flipped(before).isEmpty() || !log.usageSince().equals(before.usageSince())) {
            everyone().forEach(account -> step(account, this::ifConcerned));
        }
    }

    /** The same peers once more move nobody. */
    private void compareAnew(LogState before) {
        if (engine.comparesPeers() && !log.peers().equals(before.peers())) {
            everyone().forEach(account -> step(account, state -> engine.comparedAnew(state, before, log)));
        }
    }

    private Step ifConcerned(AccountState state) {
        return engine.concerned(state, log) ? engine.advance(state, log) : new Step(state, List.of(), List.of());
    }

    private boolean activatesOurModel(Event<?> event) {
        return event.data() instanceof ModelActivated activated
                && activated.contentHash().equals(engine.model().contentHash());
    }

    private List<String> everyone() {
        List<String> ids = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> all = accounts.all()) {
            all.forEachRemaining(entry -> ids.add(entry.key));
        }
        return ids;
    }
}
