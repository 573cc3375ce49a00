package io.playcaller.router.sla;

/** What a clock says, in the order in which it says several at the same instant. */
public enum AlarmKind {
    /** Its assignee is told that time runs out. */
    WARN,
    /** The time ran out. */
    BREACH,
    /** Somebody above is told. */
    ESCALATE,
    /** Somebody else is to have the task. */
    REASSIGN,
    /** The play ends unfinished. */
    GIVE_UP,
    /** What was paused goes on. */
    RESUME
}
