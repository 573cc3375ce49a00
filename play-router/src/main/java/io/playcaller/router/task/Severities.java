package io.playcaller.router.task;

import io.playcaller.contracts.reason.Severity;
import java.util.Comparator;

/** The order of severities, with an unknown one counted as medium. */
public final class Severities {

    public static final Comparator<Severity> WORST_FIRST =
            Comparator.<Severity, Severity>comparing(Severities::known).reversed();

    private Severities() {}

    static Severity worse(Severity one, Severity other) {
        return known(other).compareTo(known(one)) > 0 ? other : one;
    }

    public static boolean isWorse(Severity one, Severity than) {
        return known(one).compareTo(known(than)) > 0;
    }

    private static Severity known(Severity severity) {
        return severity == Severity.UNKNOWN ? Severity.MEDIUM : severity;
    }
}
