package io.playcaller.router.signal;

/** What became of a signal. */
public enum SignalStatus {
    /** It made a task. */
    TASK,
    /** It began a run that has no task yet: its first step is a message to the customer. */
    RUN,
    /** It joined a task. */
    JOINED,
    /** Something larger mutes it; looked at again when that may be over. */
    MUTED,
    /** Somebody, or the rules, said beforehand that it makes no work now; looked at again when that is over. */
    SILENCED,
    /** The run that it would begin was one too many; waits for somebody to release or discard it. */
    HELD,
    /** Somebody said that nothing is to be done about it as it stands. */
    DISCARDED,
    /** No play is for it. */
    STOPPED,
    /** For comparison nobody works on it. */
    HELD_OUT,
    /** Found by an import; waits for a lead to release it. */
    TRIAGE,
    /** It ended before anything became of it. */
    ENDED;

    /** Whether somebody works on it, or has, or will once the volume brake lets it go. */
    boolean isWorkedOn() {
        return this == TASK || this == RUN || this == JOINED || this == HELD;
    }
}
