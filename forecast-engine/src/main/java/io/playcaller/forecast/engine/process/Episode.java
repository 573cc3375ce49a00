package io.playcaller.forecast.engine.process;

import io.playcaller.contracts.Ids;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A signal of a renewal as it was last said. There is one per contract and reason; the next one of both has the next
 * number.
 *
 * @param number 1 for the first of its contract and reason
 * @param transition 1 for its opening, then counting
 */
public record Episode(
        String contractId,
        Reason reason,
        int number,
        String accountId,
        LocalDate renewalOn,
        int transition,
        boolean open,
        Severity severity,
        String sentence,
        List<String> evidence,
        Instant openedAt) {

    /** Derived: of whoever says it twice both say the same. */
    public UUID episodeId() {
        return Ids.derived("renewal-signal", reason.code(), contractId, number);
    }

    static Episode opened(
            String contractId, String accountId, LocalDate renewalOn, int number, WantedSignal wanted, Instant now) {
        return new Episode(
                contractId,
                wanted.reason(),
                number,
                accountId,
                renewalOn,
                1,
                true,
                wanted.severity(),
                wanted.sentence(),
                wanted.evidence(),
                now);
    }

    boolean says(WantedSignal wanted) {
        return severity == wanted.severity()
                && sentence.equals(wanted.sentence())
                && evidence.equals(wanted.evidence());
    }

    Episode saying(WantedSignal wanted, LocalDate newRenewalOn) {
        return new Episode(
                contractId,
                reason,
                number,
                accountId,
                newRenewalOn,
                transition + 1,
                true,
                wanted.severity(),
                wanted.sentence(),
                wanted.evidence(),
                openedAt);
    }

    Episode cleared() {
        return new Episode(
                contractId,
                reason,
                number,
                accountId,
                renewalOn,
                transition + 1,
                false,
                severity,
                sentence,
                evidence,
                openedAt);
    }
}
