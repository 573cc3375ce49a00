package io.playcaller.health.engine.testing;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Event;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.fact.ChildScoreChanged;
import io.playcaller.contracts.fact.ClockTicked;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.contracts.fact.SourceAlive;
import io.playcaller.contracts.health.FactRef;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.Step;
import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.engine.score.Score;
import io.playcaller.health.engine.state.AccountState;
import io.playcaller.health.engine.state.StateCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/**
 * Accounts of one log that tell each other how they stand. What one tells its parent comes back in the log after what is being
 * folded. Mutable, for tests only.
 */
public final class Family {

    /** More than this for one fact would not end. */
    private static final int MOST = 1_000;

    private final HealthEngine engine;
    private final StateCodec codec = new StateCodec();
    private final Map<String, AccountState> states = new TreeMap<>();
    private final Map<String, List<HealthChanged>> changes = new TreeMap<>();
    private final List<SignalChanged> signals = new ArrayList<>();
    private final List<ChildScoreChanged> told = new ArrayList<>();
    private final List<ChildScoreChanged> underWay = new ArrayList<>();
    private LogState log = LogState.start();
    private boolean held;
    private boolean sleepless;
    private boolean restarting;

    public Family(HealthEngine engine) {
        this.engine = engine;
    }

    /** From now on everybody is looked at whenever the log's clock moves. */
    public Family sleepless() {
        sleepless = true;
        return this;
    }

    /** From now on only what the bytes keep goes on after each step. */
    public Family restarting() {
        restarting = true;
        return this;
    }

    /** From now on what is told to parents waits for {@link #deliver}. */
    public Family holdingBack() {
        held = true;
        return this;
    }

    /** The log's clock goes up to when it happened first. */
    public Family fact(Event<?> fact) {
        if (fact.envelope().time().isAfter(log.now())) {
            until(fact.envelope().time());
        }
        String accountId = Objects.requireNonNull(fact.envelope().accountId());
        take(accountId, engine.apply(state(accountId), log, fact));
        return deliverUnlessHeld();
    }

    public Family tick(Instant at) {
        SourceAlive crm = new SourceAlive("crm", List.of(Feed.REGISTER), at);
        SourceAlive desk = new SourceAlive("support-desk", List.of(Feed.SUPPORT), at);
        SourceAlive web = new SourceAlive("web", List.of(Feed.USAGE, Feed.FEEDBACK, Feed.SUCCESS), at);
        ClockTicked ticked = new ClockTicked(at, List.of(crm, desk, web));
        log = log.fold(Event.of(Envelope.own("tick-" + at, "usage-ingest", at, null, 0), ticked));
        for (String accountId : List.copyOf(states.keySet())) {
            AccountState state = state(accountId);
            Instant boundary = state.nextBoundary();
            if (sleepless) {
                take(accountId, engine.upTo(state, log));
            } else if (boundary != null && !boundary.isAfter(at)) {
                take(accountId, engine.advance(state, log));
            }
        }
        return deliverUnlessHeld();
    }

    /** Facts in the order of their times. */
    public Family facts(List<? extends Event<?>> facts) {
        facts.forEach(this::fact);
        return this;
    }

    /** Ticks every eight hours up to {@code until}. */
    public Family until(Instant until) {
        for (Instant at = log.now().plus(Duration.ofHours(8)); at.isBefore(until); at = at.plus(Duration.ofHours(8))) {
            tick(at);
        }
        return tick(until);
    }

    /** Everybody is looked at, also when nothing is due. */
    public Family lookedAt() {
        for (String accountId : List.copyOf(states.keySet())) {
            take(accountId, engine.upTo(state(accountId), log));
        }
        return deliverUnlessHeld();
    }

    /** What is under way arrives, some of it twice, in an order that only {@code random} knows. */
    public Family deliver(Random random) {
        while (!underWay.isEmpty()) {
            List<ChildScoreChanged> now = new ArrayList<>(underWay);
            underWay.clear();
            now.addAll(now.subList(0, random.nextInt(now.size())));
            Collections.shuffle(now, random);
            now.forEach(this::arrives);
        }
        return this;
    }

    private Family deliverUnlessHeld() {
        int count = 0;
        while (!held && !underWay.isEmpty()) {
            if (++count > MOST) {
                throw new AssertionError("accounts tell each other without end");
            }
            arrives(underWay.remove(0));
        }
        return this;
    }

    private void arrives(ChildScoreChanged child) {
        take(child.accountId(), engine.apply(state(child.accountId()), log, event(child)));
    }

    private static Event<?> event(ChildScoreChanged child) {
        String id = Ids.derived("child-score-changed", child.childId(), child.number())
                .toString();
        return Event.of(Envelope.own(id, "health-service", child.at(), child.accountId(), 0), child);
    }

    /** By which it is named where it is the evidence. */
    public static FactRef reference(ChildScoreChanged child) {
        Envelope envelope = event(child).envelope();
        return new FactRef(envelope.source(), envelope.id(), envelope.time());
    }

    private void take(String accountId, Step step) {
        states.put(accountId, restarting ? codec.decode(codec.encode(step.state())) : step.state());
        changes.computeIfAbsent(accountId, id -> new ArrayList<>()).addAll(step.changes());
        signals.addAll(step.signals());
        told.addAll(step.handed());
        underWay.addAll(step.handed());
    }

    public AccountState state(String accountId) {
        return states.getOrDefault(accountId, engine.fresh(accountId));
    }

    public Score score(String accountId, Instant at) {
        return engine.score(state(accountId), log, at);
    }

    public Map<String, AccountState> states() {
        return states;
    }

    public List<HealthChanged> changes(String accountId) {
        return changes.getOrDefault(accountId, List.of());
    }

    public Map<String, List<HealthChanged>> changes() {
        return changes;
    }

    public List<SignalChanged> signals() {
        return signals;
    }

    /** All that was told to parents. */
    public List<ChildScoreChanged> told() {
        return told;
    }

    public Instant now() {
        return log.now();
    }
}
