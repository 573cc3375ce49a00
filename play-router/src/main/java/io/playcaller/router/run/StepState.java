package io.playcaller.router.run;

/** Where a step of a run stands. */
public enum StepState {
    /** For what it needs, its time, or the end of the run. */
    WAITING,
    /** Its task is open, or its messages are on their way. */
    STARTED,
    /** Its task has ended, or its messages went out. */
    DONE,
    /** It does not happen in this run. */
    SKIPPED;

    boolean isOver() {
        return this == DONE || this == SKIPPED;
    }
}
