package io.playcaller.router.attention;

/** How much something presses the person whom it is told. */
public enum Press {
    /** Told at once, at any hour, and not counted. */
    CRITICAL,
    /** Told at once while the day and the hour allow it. */
    NORMAL,
    /** Never worth an interruption: the digest says it. */
    NONE
}
