package io.playcaller.lab.replay;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Event;
import io.playcaller.contracts.fact.ClockTicked;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.contracts.fact.PeerBaselinePublished;
import io.playcaller.contracts.fact.SourceAlive;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.episode.Episode;
import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.engine.peer.Baseline;
import io.playcaller.health.engine.state.AccountState;
import io.playcaller.lab.facts.FactMaker;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One account as the owner of its partition folds it: facts and ticks in their order. Its source is always alive. Mutable. */
final class Life {

    private static final List<Feed> FEEDS =
            List.of(Feed.USAGE, Feed.SUPPORT, Feed.FEEDBACK, Feed.SUCCESS, Feed.REGISTER);

    private final HealthEngine engine;
    private AccountState state;
    private LogState log = LogState.start();

    Life(HealthEngine engine, String accountId) {
        this.engine = engine;
        this.state = engine.fresh(accountId);
    }

    void fact(Event<?> fact) {
        state = engine.apply(state, log, fact).state();
    }

    /** The log has told of the source since {@code at}, whether anything was asked then or not. */
    void heardSince(Instant at) {
        SourceAlive alive = new SourceAlive(FactMaker.SOURCE, FEEDS, at);
        log = log.fold(
                Event.of(Envelope.own("tick-" + at, "usage-ingest", at, null, 0), new ClockTicked(at, List.of(alive))));
    }

    /** The log tells of peers, at a time at which nothing is asked of the account. */
    void tellOfPeers(Instant at, Baseline peers) {
        log = log.fold(
                Event.of(Envelope.own("tick-" + at, "usage-ingest", at, null, 0), new ClockTicked(at, List.of())));
        log = told(at, peers);
    }

    /** The log tells of peers at its newest tick: the account is compared anew, as in the service. */
    void compare(Instant at, Baseline peers) {
        LogState before = log;
        log = told(at, peers);
        state = engine.comparedAnew(state, before, log).state();
    }

    private LogState told(Instant at, Baseline peers) {
        PeerBaselinePublished told = new PeerBaselinePublished(LocalDate.ofInstant(at, ZoneOffset.UTC), peers.told());
        return log.fold(Event.of(Envelope.own("peers-" + at, "health-service", at, null, 0), told));
    }

    /** The account is advanced when it is due, as in the service. */
    void tick(Instant at) {
        heardSince(at);
        Instant boundary = state.nextBoundary();
        if (boundary != null && !boundary.isAfter(at)) {
            state = engine.advance(state, log).state();
        }
    }

    /** At the newest tick. */
    Look look() {
        SortedSet<Reason> open =
                state.openEpisodes().stream().map(Episode::reason).collect(Collectors.toCollection(TreeSet::new));
        return new Look(engine.score(state, log, log.now()), open);
    }
}
