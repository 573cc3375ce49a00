package io.playcaller.health.engine.episode;

/**
 * What people were told of an episode: the only part of a state that depends on when facts arrived.
 *
 * @param rule and {@code openedAt} name the episode
 * @param openings that were told, or muted
 * @param transition the last that was told; 0 when none was
 * @param status as people know it
 * @param muted why it was not told, while it was not
 */
public record Told(int rule, long openedAt, int openings, int transition, Status status, Muted muted, Verdict verdict) {

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

    static Told untold(Spell spell, Muted muted, Verdict verdict) {
        return new Told(spell.rule(), spell.openedAt(), spell.openings(), 0, Status.UNTOLD, muted, verdict);
    }

    public boolean open() {
        return status == Status.OPEN;
    }

    boolean names(Spell spell) {
        return rule == spell.rule() && openedAt == spell.openedAt();
    }

    Told keptSilent(Spell spell, Muted why, Verdict next) {
        return new Told(rule, openedAt, spell.openings(), transition, status, why, next);
    }

    /** The same, now that it is known of what it told. */
    Told knowing(Verdict next) {
        return new Told(rule, openedAt, openings, transition, status, muted, next);
    }

    Told opened(Spell spell, Verdict next) {
        return new Told(rule, openedAt, spell.openings(), transition + 1, Status.OPEN, Muted.NO, next);
    }

    Told ended(Status as) {
        return new Told(rule, openedAt, openings, transition + 1, as, Muted.NO, verdict);
    }
}
