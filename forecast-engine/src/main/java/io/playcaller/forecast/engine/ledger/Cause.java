package io.playcaller.forecast.engine.ledger;

import java.util.Locale;

/** Why the recurring revenue of a line changed. */
public enum Cause {
    /** It began, or came back. */
    START,
    /** More or less of it was bought. */
    VOLUME,
    /** The same for another price. */
    PRICE,
    /** It was renewed under the same number, with or without a change. */
    RENEWED,
    /** An agreed step. */
    RAMP,
    /** More or less of it was used. */
    USAGE,
    /** It ended. */
    END;

    /** The word beside a posting. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
