package io.playcaller.router.signal;

/** What became of a signal. */
public enum SignalStatus {
    /** It made a task. */
    TASK,
    /** It joined a task. */
    JOINED,
    /** Something larger mutes it; looked at again when that may be over. */
    MUTED,
    /** No play is for it. */
    STOPPED,
    /** For comparison nobody works on it. */
    HELD_OUT,
    /** Found by an import; waits for a lead to release it. */
    TRIAGE,
    /** It ended before anything became of it. */
    ENDED
}
