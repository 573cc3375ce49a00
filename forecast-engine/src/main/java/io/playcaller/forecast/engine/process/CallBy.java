package io.playcaller.forecast.engine.process;

import java.util.Locale;

/** Whose call of a renewal it is. */
public enum CallBy {
    MODEL,
    CSM,
    MANAGER;

    /** The word on the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
