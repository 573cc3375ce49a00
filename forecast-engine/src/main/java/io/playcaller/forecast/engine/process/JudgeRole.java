package io.playcaller.forecast.engine.process;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who judges a renewal beside the model. Ordered: the later one's word is final. */
public enum JudgeRole {
    CSM,
    MANAGER;

    /** The word in files, tables and on the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of a word; empty when there is none. */
    public static Optional<JudgeRole> of(String key) {
        return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
    }
}
