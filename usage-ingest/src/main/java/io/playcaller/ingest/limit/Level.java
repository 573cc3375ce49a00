package io.playcaller.ingest.limit;

/** How near a source is to its limit: the part of its bucket that is used. */
public enum Level {
    FINE(0),
    /** Worth a look. */
    HIGH(0.7),
    /** Requests will soon be refused. */
    CRITICAL(0.9);

    /** Used less than that, it is fine again: a level that is held does not warn again and again. */
    private static final double CALM = 0.5;

    private final double from;

    Level(double from) {
        this.from = from;
    }

    /** The share of the bucket from which on it is this level. */
    public double from() {
        return from;
    }

    /** The level after a look at the bucket; it rises at once, and falls only to fine. */
    public Level after(double used) {
        Level now = used >= CRITICAL.from ? CRITICAL : used >= HIGH.from ? HIGH : FINE;
        if (used < CALM) {
            return FINE;
        }
        return now.compareTo(this) > 0 ? now : this;
    }
}
