package io.playcaller.health.engine.log;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.fact.BackfillEnded;
import io.playcaller.contracts.fact.BackfillStarted;
import io.playcaller.contracts.fact.ClockTicked;
import io.playcaller.contracts.fact.ModelActivated;
import io.playcaller.contracts.fact.PeerBaselinePublished;
import io.playcaller.contracts.fact.SourceAlive;
import io.playcaller.contracts.fact.SourceBack;
import io.playcaller.contracts.fact.SourceQuiet;
import io.playcaller.health.engine.peer.Baseline;
import io.playcaller.health.engine.peer.Peers;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the broadcast facts of one partition say so far. Immutable; the same prefix of the log gives the same value.
 *
 * @param now the newest tick; {@link Instant#EPOCH} before the first
 * @param sources the life of every source that a tick or a quiet notice named
 * @param openRuns imports that began and did not end
 * @param modelHash content hash of the active model; empty before the first activation
 * @param peers what relative measures are compared with
 */
public record LogState(
        Instant now, SortedMap<String, SourceLife> sources, SortedSet<String> openRuns, String modelHash, Peers peers) {

    /** Without peers. */
    public LogState(Instant now, SortedMap<String, SourceLife> sources, SortedSet<String> openRuns, String modelHash) {
        this(now, sources, openRuns, modelHash, Peers.NONE);
    }

    public LogState {
        sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
        openRuns = Collections.unmodifiableSortedSet(new TreeSet<>(openRuns));
    }

    /** A partition of which nothing was read yet. */
    public static LogState start() {
        return new LogState(Instant.EPOCH, new TreeMap<>(), new TreeSet<>(), "");
    }

    /** Folds a broadcast fact; a fact of any other type leaves it as it is. */
    public LogState fold(Event<?> fact) {
        Record data = fact.data();
        if (data instanceof ClockTicked tick) {
            return tick(tick);
        }
        if (data instanceof SourceQuiet quiet) {
            return with(quiet.source(), life(quiet.source()).quiet(quiet.feeds(), quiet.since()));
        }
        if (data instanceof SourceBack back) {
            return with(back.source(), life(back.source()).back(back.feeds()));
        }
        if (data instanceof BackfillStarted run) {
            return withRun(run.runId(), true);
        }
        if (data instanceof BackfillEnded run) {
            return withRun(run.runId(), false);
        }
        if (data instanceof ModelActivated model) {
            return new LogState(now, sources, openRuns, model.contentHash(), peers);
        }
        if (data instanceof PeerBaselinePublished told) {
            Peers more = peers.with(now.toEpochMilli(), Baseline.of(told.baselines()));
            return new LogState(now, sources, openRuns, modelHash, more);
        }
        return this;
    }

    /** The same of which nobody knows by which model it was folded. */
    public LogState withoutModel() {
        return new LogState(now, sources, openRuns, "", peers);
    }

    /** How far an absence in what {@code source} delivers is real; a source that no tick names is not judged. */
    public Instant aliveThrough(String source) {
        SourceLife life = sources.get(source);
        return life == null ? Instant.MAX : life.aliveThrough();
    }

    /** Whether {@code source} is known and has not proved itself alive through now. */
    public boolean quiet(String source) {
        return aliveThrough(source).isBefore(now);
    }

    /** Whether any source is quiet. */
    public boolean anyQuiet() {
        for (SourceLife life : sources.values()) {
            if (life.aliveThrough().isBefore(now)) {
                return true;
            }
        }
        return false;
    }

    /** The sources that ever were named as sources of usage. */
    public List<String> sourcesOfUsage() {
        return sources.entrySet().stream()
                .filter(source -> source.getValue().tellsUsage())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Since when use would be heard of: the first tick that named a source of usage; empty before. */
    public Optional<Instant> usageSince() {
        Instant first = null;
        for (SourceLife life : sources.values()) {
            if (life.tellsUsage() && (first == null || life.usageSince().isBefore(first))) {
                first = life.usageSince();
            }
        }
        return Optional.ofNullable(first);
    }

    /** The sources that went quiet, or came back, between {@code before} and this. */
    public Set<String> flipped(LogState before) {
        Set<String> flipped = new TreeSet<>();
        for (String source : sources.keySet()) {
            if (quiet(source) != before.quiet(source)) {
                flipped.add(source);
            }
        }
        return flipped;
    }

    /** The same, its clock not beyond {@code latest}. */
    public LogState upTo(Instant latest) {
        return now.isAfter(latest) ? new LogState(latest, sources, openRuns, modelHash, peers) : this;
    }

    public boolean backfilling() {
        return !openRuns.isEmpty();
    }

    private LogState tick(ClockTicked tick) {
        SortedMap<String, SourceLife> next = new TreeMap<>(sources);
        for (SourceAlive alive : tick.sources()) {
            next.put(alive.source(), life(alive.source()).alive(alive.feeds(), alive.aliveThrough(), tick.at()));
        }
        Instant later = tick.at().isAfter(now) ? tick.at() : now;
        return new LogState(later, next, openRuns, modelHash, peers);
    }

    private SourceLife life(String source) {
        return sources.getOrDefault(source, SourceLife.UNSEEN);
    }

    private LogState with(String source, SourceLife life) {
        SortedMap<String, SourceLife> next = new TreeMap<>(sources);
        next.put(source, life);
        return new LogState(now, next, openRuns, modelHash, peers);
    }

    private LogState withRun(String runId, boolean open) {
        SortedSet<String> next = new TreeSet<>(openRuns);
        if (open) {
            next.add(runId);
        } else {
            next.remove(runId);
        }
        return new LogState(now, sources, next, modelHash, peers);
    }
}
