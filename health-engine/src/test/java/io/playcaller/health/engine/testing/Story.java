package io.playcaller.health.engine.testing;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Event;
import io.playcaller.contracts.fact.BackfillEnded;
import io.playcaller.contracts.fact.BackfillStarted;
import io.playcaller.contracts.fact.ClockTicked;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.contracts.fact.PeerBaselinePublished;
import io.playcaller.contracts.fact.SourceAlive;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.MeasureScore;
import io.playcaller.contracts.health.ProfileChanged;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.Step;
import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.engine.score.Score;
import io.playcaller.health.engine.state.AccountState;
import io.playcaller.health.engine.state.StateCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One account's life: ticks and facts in the order in which they are told, exactly as a partition's owner would fold them.
 * Mutable, for tests only.
 */
public final class Story {

    private final HealthEngine engine;
    private final List<HealthChanged> changes = new ArrayList<>();
    private final List<SignalChanged> signals = new ArrayList<>();
    private final List<ProfileChanged> profiles = new ArrayList<>();

    private record Outage(Instant down, Instant up) {}

    private final Map<String, Outage> outages = new TreeMap<>();
    private @Nullable Outage standstill;
    private final Map<String, Instant> stuck = new TreeMap<>();
    private final Set<String> unknown = new TreeSet<>();
    private LogState log = LogState.start();
    private final StateCodec codec = new StateCodec();
    private AccountState state;
    private boolean restarting;
    private boolean sleepless;

    public Story(HealthEngine engine, String accountId) {
        this.engine = engine;
        this.state = engine.fresh(accountId);
    }

    public Story fact(Event<?> fact) {
        return take(engine.apply(state, log, fact));
    }

    public Story facts(List<? extends Event<?>> facts) {
        facts.forEach(this::fact);
        return this;
    }

    /** Ticks after {@code last} and before {@code up} are not said: the doors are closed, or what waited outside comes in. */
    public Story timeStandsBetween(Instant last, Instant up) {
        standstill = new Outage(last, up);
        return this;
    }

    /** The log's clock moves; the account is advanced when it is due or what sources tell of it is another thing now. */
    public Story tick(Instant at) {
        if (standstill != null && at.isAfter(standstill.down()) && at.isBefore(standstill.up())) {
            return this;
        }
        LogState before = log;
        log = log.fold(ticked(at));
        boolean due = state.nextBoundary() != null && !state.nextBoundary().isAfter(at);
        boolean moved = !log.flipped(before).isEmpty() || !log.usageSince().equals(before.usageSince());
        if (sleepless) {
            return take(engine.upTo(state, log));
        }
        return due || (moved && engine.concerned(state, log)) ? take(engine.advance(state, log)) : this;
    }

    /** Ticks each day at the given time's time of day, and at {@code until}. */
    public Story daysUntil(Instant until) {
        for (Instant at = log.now().plus(Duration.ofDays(1)); at.isBefore(until); at = at.plus(Duration.ofDays(1))) {
            tick(at);
        }
        return tick(until);
    }

    /** From now on the source has not proved itself alive beyond {@code at}. */
    public Story quiet(String source, Instant at) {
        stuck.put(source, at);
        return this;
    }

    /** Ticks from {@code down} on and before {@code up} say that the source was last alive at {@code down}. */
    public Story quietBetween(String source, Instant down, Instant up) {
        outages.put(source, new Outage(down, up));
        return this;
    }

    /** No tick names the source. */
    public Story without(String source) {
        unknown.add(source);
        return this;
    }

    public Story back(String source) {
        stuck.remove(source);
        return this;
    }

    public Story backfillStarts(String runId) {
        log = log.fold(broadcast(new BackfillStarted(runId, "import")));
        return this;
    }

    public Story backfillEnds(String runId) {
        log = log.fold(broadcast(new BackfillEnded(runId, "import")));
        return take(engine.settle(state, log));
    }

    /** Other peers are told of. */
    public Story peers(PeerBaselinePublished peers) {
        LogState before = log;
        log = log.fold(broadcast(peers));
        return take(engine.comparedAnew(state, before, log));
    }

    /** The same life goes on under another engine, as after the activation of its model. */
    public Story under(HealthEngine other) {
        Story next = new Story(other, state.accountId());
        next.state = state;
        next.log = log;
        next.changes.addAll(changes);
        next.signals.addAll(signals);
        next.profiles.addAll(profiles);
        return next.take(other.settle(state, log));
    }

    public Score score(Instant at) {
        return engine.score(state, log, at);
    }

    public Score score() {
        return engine.score(state, log, log.now());
    }

    /** One measure as it stands at the newest tick. */
    public MeasureScore measure(String id) {
        return score().measures().stream()
                .filter(measure -> measure.measure().equals(id))
                .findFirst()
                .orElseThrow();
    }

    public AccountState state() {
        return state;
    }

    public LogState log() {
        return log;
    }

    public List<HealthChanged> changes() {
        return changes;
    }

    public List<ProfileChanged> profiles() {
        return profiles;
    }

    public List<SignalChanged> signals() {
        return signals;
    }

    public List<SignalChanged> signals(Reason reason) {
        return signals.stream().filter(signal -> signal.reason() == reason).toList();
    }

    public List<SignalState> states(Reason reason) {
        return signals(reason).stream().map(SignalChanged::state).toList();
    }

    /** From now on the process restarts after each step: only what the bytes keep goes on. */
    public Story restarting() {
        restarting = true;
        return this;
    }

    /** The account is looked at, also when nothing is due: {@link HealthEngine#upTo}. */
    public Story lookedAt() {
        return take(engine.upTo(state, log));
    }

    /** From now on the account is looked at whenever the log's clock moves. */
    public Story sleepless() {
        sleepless = true;
        return this;
    }

    private Story take(Step step) {
        state = restarting ? codec.decode(codec.encode(step.state())) : step.state();
        changes.addAll(step.changes());
        signals.addAll(step.signals());
        profiles.addAll(step.profiles());
        return this;
    }

    private Event<?> ticked(Instant at) {
        List<SourceAlive> sources = Stream.of(
                        alive("web", at, Feed.USAGE, Feed.FEEDBACK, Feed.SUCCESS),
                        alive("support-desk", at, Feed.SUPPORT),
                        alive("crm", at, Feed.REGISTER))
                .filter(alive -> !unknown.contains(alive.source()))
                .toList();
        return Event.of(Envelope.own("tick-" + at, "usage-ingest", at, null, 0), new ClockTicked(at, sources));
    }

    private SourceAlive alive(String source, Instant at, Feed... feeds) {
        Outage outage = outages.get(source);
        boolean down = outage != null && at.isAfter(outage.down()) && at.isBefore(outage.up());
        Instant alive = down ? outage.down() : stuck.getOrDefault(source, at);
        return new SourceAlive(source, List.of(feeds), alive);
    }

    /** Each person uses the product at noon of each day from {@code first} on, told as it happens. */
    public Story use(FactsOf facts, Instant first, int days, String... people) {
        for (int day = 0; day < days; day++) {
            Instant noon = first.plus(Duration.ofDays(day)).plus(Duration.ofHours(12));
            for (String person : people) {
                fact(facts.used(noon, person));
            }
            tick(noon);
        }
        return this;
    }

    private Event<?> broadcast(Record data) {
        return Event.of(Envelope.own("b-" + data, "usage-ingest", log.now(), null, 0), data);
    }
}
