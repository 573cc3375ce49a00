package io.playcaller.quickstart;

/** Where a part of the quickstart stands. */
public enum PartState {
    WAITING,
    STARTING,
    READY,
    /** Its process ended by itself; it is started again after a pause. */
    DEAD,
    STOPPED
}
