package io.playcaller.lab.simulate;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.fact.ClockTicked;
import io.playcaller.contracts.fact.ModelActivated;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.log.LogState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Folds one partition by two models at once. Activations that stand in the log are passed over: each model is in force from the
 * beginning. Mutable.
 */
final class PartitionReplay {

    final World inForce;
    final World candidate;
    final ContractEnds ends;
    final Map<String, Instant> firstHeard = new HashMap<>();
    final Set<String> failed = new HashSet<>();
    private final Seen seen = new Seen();
    private LogState log = LogState.start();
    private long facts;

    PartitionReplay(HealthEngine inForce, HealthEngine candidate, Duration ahead) {
        this.inForce = new World(inForce, failed);
        this.candidate = new World(candidate, failed);
        this.ends = new ContractEnds(ahead);
    }

    void read(Event<?> fact) {
        if (fact.data() instanceof ClockTicked tick) {
            seen.tick(tick.at());
        }
        if (fact.data() instanceof ModelActivated || !seen.first(fact.envelope())) {
            return;
        }
        String account = fact.envelope().accountId();
        if (account == null) {
            broadcast(fact);
        } else if (!failed.contains(account)) {
            facts++;
            firstHeard.putIfAbsent(account, log.now());
            ends.heard(fact);
            fold(account, fact);
        }
    }

    private void broadcast(Event<?> fact) {
        LogState before = log;
        log = log.fold(fact);
        inForce.broadcast(before, log, fact);
        candidate.broadcast(before, log, fact);
        dropFailed();
    }

    private void fold(String account, Event<?> fact) {
        inForce.fact(account, log, fact);
        candidate.fact(account, log, fact);
        dropFailed();
    }

    void end() {
        inForce.end(log);
        candidate.end(log);
        dropFailed();
    }

    /** An account that one of the models could not fold, by a fact or as time passed, is compared with nothing. */
    private void dropFailed() {
        for (String account : failed) {
            inForce.drop(account);
            candidate.drop(account);
        }
    }

    LogState log() {
        return log;
    }

    Instant now() {
        return log.now();
    }

    long facts() {
        return facts;
    }
}
