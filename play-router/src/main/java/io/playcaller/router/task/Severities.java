package io.playcaller.router.task;

import io.playcaller.contracts.reason.Severity;

/** The order of severities, with an unknown one counted as medium. */
final class Severities {

    private Severities() {}

    static Severity worse(Severity one, Severity other) {
        return known(other).compareTo(known(one)) > 0 ? other : one;
    }

    private static Severity known(Severity severity) {
        return severity == Severity.UNKNOWN ? Severity.MEDIUM : severity;
    }
}
