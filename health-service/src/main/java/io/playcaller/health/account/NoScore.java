package io.playcaller.health.account;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Why an account has no score. */
public enum NoScore {
    /** Something that could be measured has come, and is not enough yet. */
    COLLECTING("collecting"),
    /** Nothing has come but what the register says. */
    NO_INPUTS("no-inputs"),
    /** Its facts cannot be folded, and wait. */
    QUARANTINED("quarantined");

    private final String code;

    NoScore(String code) {
        this.code = code;
    }

    /** As it stands in answers, parameters and the table. */
    public String code() {
        return code;
    }

    public static Optional<NoScore> ofCode(String code) {
        return Arrays.stream(values()).filter(why -> why.code.equals(code)).findFirst();
    }

    public static Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        Arrays.stream(values()).forEach(why -> codes.add(why.code));
        return codes;
    }
}
