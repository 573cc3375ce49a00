package io.playcaller.router.task;

import io.playcaller.contracts.reason.Severity;

/** The order of severities, with an unknown one counted as medium. */
final class Severities {

    private Severities() {}

    static Severity worse(Severity one, Severity other) {
        return rank(other) > rank(one) ? other : one;
    }

    private static int rank(Severity severity) {
        return severity == Severity.UNKNOWN ? Severity.MEDIUM.ordinal() : severity.ordinal();
    }
}
