package io.playcaller.forecast.engine.process;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is wrong with how a renewal is worked. */
public enum FaultCode {
    /** It is at risk, and no play against a risk is open. */
    AT_RISK_NO_PLAY,
    /** It is at risk, and nobody owns it. */
    AT_RISK_NO_OWNER,
    /** What the last checkpoint asks for is not true. */
    CHECKPOINT_MISSED;

    /** The word in tables and on the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The code of a word; empty when there is none. */
    public static Optional<FaultCode> of(String key) {
        return Arrays.stream(values()).filter(code -> code.key().equals(key)).findFirst();
    }
}
