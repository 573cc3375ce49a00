package io.playcaller.lab.replay;

import io.playcaller.contracts.Event;
import io.playcaller.health.engine.HealthEngine;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Lives an account through again. Pure; safe to share. */
public final class Replay {

    private static final Duration DAY = Duration.ofDays(1);

    private final HealthEngine engine;
    private final PeerHistory peers;

    /** Accounts that are compared with nobody. */
    public Replay(HealthEngine engine) {
        this(engine, PeerHistory.NONE);
    }

    public Replay(HealthEngine engine, PeerHistory peers) {
        this.engine = engine;
        this.peers = peers;
    }

    /**
     * In one life, with a tick at each midnight UTC: what the engine says at each time, knowing what happened before it.
     *
     * @param facts in the order of time
     * @param times ascending
     */
    public List<Look> lived(String accountId, List<Event<?>> facts, List<Instant> times) {
        Life life = new Life(engine, accountId);
        List<Look> looks = new ArrayList<>();
        Instant now = begins(facts, times.get(0));
        peers.between(Instant.EPOCH, now).forEach(life::tellOfPeers);
        life.tick(now);
        int next = 0;
        for (Instant at : times) {
            while (now.isBefore(at)) {
                Instant before = now;
                now = earlier(now.truncatedTo(ChronoUnit.DAYS).plus(DAY), at);
                next = tell(life, facts, next, now);
                life.tick(now);
                peers.between(before, now).forEach(life::compare);
            }
            looks.add(life.look());
        }
        return looks;
    }

    /**
     * From nothing, all facts before {@code at} in one go and then one tick: must say the same as a life that led there and
     * in which use would be heard of since the same time.
     */
    public Look atOnce(String accountId, List<Event<?>> facts, Instant begins, Instant at) {
        Life life = new Life(engine, accountId);
        tell(life, facts, 0, at);
        peers.between(Instant.EPOCH, begins).forEach(life::tellOfPeers);
        life.heardSince(begins);
        peers.between(begins, at).forEach(life::tellOfPeers);
        life.tick(at);
        return life.look();
    }

    private static int tell(Life life, List<Event<?>> facts, int from, Instant before) {
        int next = from;
        while (next < facts.size() && facts.get(next).envelope().time().isBefore(before)) {
            life.fact(facts.get(next++));
        }
        return next;
    }

    /** The first tick of a life that is first looked at at {@code first}: from then on use would be heard of. */
    public static Instant begins(List<Event<?>> facts, Instant first) {
        return facts.isEmpty()
                ? first
                : earlier(facts.get(0).envelope().time(), first).truncatedTo(ChronoUnit.DAYS);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
