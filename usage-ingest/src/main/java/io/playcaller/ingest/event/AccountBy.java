package io.playcaller.ingest.event;

import java.util.Locale;

/** Why an event is of its account, in the order in which one goes before the next. */
public enum AccountBy {
    /** The event names it. */
    EXPLICIT,
    /** The person who did it belongs to it, as was said before. */
    EDGE,
    /** It claims the domain of the person's e-mail address, and nobody has said of which account they are. */
    DOMAIN,
    /** Nobody has said it. */
    UNKNOWN;

    /** As answers call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
