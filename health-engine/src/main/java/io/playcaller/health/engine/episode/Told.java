package io.playcaller.health.engine.episode;

import io.playcaller.contracts.health.SignalOrigin;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import java.util.Set;

/**
 * What people were told of an episode: the only part of a state that depends on when facts arrived.
 *
 * @param rule and {@code openedAt} name the episode
 * @param openings that were told, or muted
 * @param transition the last that was told; 0 when none was
 * @param status as people know it
 * @param muted why it was not told, while it was not
 * @param reasons that were told
 */
public record Told(
        int rule,
        long openedAt,
        int openings,
        int transition,
        Status status,
        Muted muted,
        Reason reason,
        Severity severity,
        SignalOrigin origin,
        Set<Reason> reasons) {

    public Told {
        reasons = Set.copyOf(reasons);
    }

    /** What people know. */
    public enum Status {
        UNTOLD,
        OPEN,
        OVER,
        RETRACTED
    }

    /** Why an open episode was not told. */
    public enum Muted {
        NO,
        /** History told it: it is triage when the import ends. */
        BASELINE,
        /** It is no news: a model found it, or it happened long ago. */
        FOR_GOOD
    }

    public boolean open() {
        return status == Status.OPEN;
    }

    boolean names(Spell spell) {
        return rule == spell.rule() && openedAt == spell.openedAt();
    }
}
