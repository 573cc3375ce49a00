package io.playcaller.health.engine.episode;

import static io.playcaller.health.engine.episode.Phase.NONE;

import io.playcaller.health.engine.model.EpisodeSpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One rule over time: opens when its condition has held for long enough and no cooldown runs, closes when it has been over
 * for long enough, opens the same episode again within the reopen window. Lives for one run over a track.
 */
final class Automaton {

    private final int rule;
    private final long now;
    private final long enterFor;
    private final EpisodeSpan span;
    private final List<Spell> ended = new ArrayList<>();

    private long openedAt;
    private int openings;
    private long lastOpened;
    private long closedAt;
    private long onSince;
    private long urgentSince;
    private long offSince;

    /** @param now what time alone does later waits for its tick, milliseconds; what a fact does at once does not */
    Automaton(int rule, long enterFor, EpisodeSpan span, Phase start, long now) {
        this.rule = rule;
        this.now = now;
        this.enterFor = enterFor;
        this.span = span;
        this.openedAt = start.openedAt();
        this.openings = start.openings();
        this.lastOpened = start.lastOpened();
        this.closedAt = start.closedAt();
        this.onSince = start.onSince();
        this.urgentSince = start.urgentSince();
        this.offSince = start.offSince();
    }

    int rule() {
        return rule;
    }

    /**
     * The conditions from {@code at} on.
     *
     * @param on the condition with a for-duration
     * @param urgent the condition without one
     * @param burst opens now, if anything may open now
     * @param off the condition is over
     */
    void point(long at, boolean on, boolean urgent, boolean burst, boolean off) {
        passBefore(at);
        onSince = since(on, onSince, at);
        urgentSince = since(urgent, urgentSince, at);
        offSince = since(off && !on && !urgent, offSince, at);
        if (burst && !open() && at >= cooledDown()) {
            openAt(at);
        }
        while (at > now && due() == at) {
            turn(at);
        }
    }

    /** From {@code at} on no condition counts: what is open closes. */
    void rest(long at) {
        passBefore(at);
        onSince = NONE;
        urgentSince = NONE;
        offSince = NONE;
        if (open()) {
            closedAt = at;
        }
    }

    /** Time passes up to, and not including, {@code end}. */
    void passBefore(long end) {
        for (long due = due(); due < end && due <= now; due = due()) {
            turn(due);
        }
    }

    private void turn(long at) {
        if (open()) {
            closedAt = at;
        } else {
            openAt(at);
        }
    }

    /** When time alone opens or closes it next; {@link Phase#NONE} when it does not. */
    long due() {
        if (open()) {
            return later(Math.max(offSince, lastOpened), span.clearFor().toMillis());
        }
        return Math.max(Math.min(later(onSince, enterFor), urgentSince), cooledDown());
    }

    Phase phase() {
        return new Phase(openedAt, openings, lastOpened, closedAt, onSince, urgentSince, offSince);
    }

    /** The episodes that ended in this run for good. */
    List<Spell> ended() {
        return Collections.unmodifiableList(ended);
    }

    /** These, and the current one. */
    List<Spell> spells() {
        List<Spell> spells = new ArrayList<>(ended);
        if (openedAt != NONE) {
            spells.add(current());
        }
        return spells;
    }

    private boolean open() {
        return openedAt != NONE && closedAt == NONE;
    }

    private void openAt(long at) {
        boolean again = closedAt != NONE
                && at <= closedAt + span.reopenWithin().toMillis()
                && !span.reopenWithin().isZero();
        if (!again && openedAt != NONE) {
            ended.add(current());
        }
        openedAt = again ? openedAt : at;
        openings = again ? openings + 1 : 1;
        lastOpened = at;
        closedAt = NONE;
    }

    private Spell current() {
        return new Spell(rule, openedAt, openings, lastOpened, closedAt);
    }

    private long cooledDown() {
        return closedAt == NONE ? Long.MIN_VALUE : closedAt + span.cooldown().toMillis();
    }

    private static long since(boolean holds, long before, long at) {
        if (!holds) {
            return NONE;
        }
        return before == NONE ? at : before;
    }

    private static long later(long at, long by) {
        return at == NONE ? NONE : at + by;
    }
}
