package io.playcaller.forecast.engine.contract;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;

/** A signal that is open on the account. */
public record OpenSignal(Reason reason, Severity severity) {

    /** Severities in order, an unknown one as a medium one. */
    public Severity weight() {
        return severity == Severity.UNKNOWN ? Severity.MEDIUM : severity;
    }
}
