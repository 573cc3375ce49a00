package io.playcaller.quickstart;

/** Where the quickstart as a whole stands. */
public enum Phase {
    STARTING,
    READY,
    STOPPING,
    STOPPED,
    /** It could not start; {@link RunState#failure()} says why. */
    FAILED
}
