package io.playcaller.ingest.source.health;

import java.util.Locale;

/** How a source is. */
public enum SourceState {
    /** It never gave a sign of life: the log does not know it. */
    UNSEEN,
    /** What does not come did not happen. */
    ALIVE,
    /** It should have delivered by its own pattern, and did not. */
    QUIET,
    /** Far more of what it sends is refused than usually. */
    GARBAGE;

    /** As answers and metrics call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
