package io.playcaller.router.handover;

/** What becomes of a hand-over that somebody, or time, does something to. */
public sealed interface HandOverAnswer {

    /** It is so from now on. */
    record Changed(AccountHandOver after) implements HandOverAnswer {}

    /** It is so already, or not yet time. */
    record Unchanged(AccountHandOver as) implements HandOverAnswer {}

    /**
     * It cannot be.
     *
     * @param code stable
     * @param sentence the same for people, with what could be done
     */
    record Refused(String code, String sentence) implements HandOverAnswer {}
}
