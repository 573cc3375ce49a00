package io.playcaller.forecast.engine.review;

import io.playcaller.contracts.reason.Reason;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day on which it was decided what a contract is worth, or on which it shrank. Amounts are ARR in minor units of {@code currency}.
 *
 * @param before on the evening before, positive
 * @param after what is left of it, growth not counted: from 0 to {@code before}
 * @param reason that the movement names; null when nobody said
 * @param knownOn from when on somebody could know it: {@code on}, or earlier where the customer gave notice, or the contract was closed
 */
public record Turn(
        String contractId,
        String accountId,
        Kind kind,
        LocalDate on,
        String currency,
        long before,
        long after,
        @Nullable Reason reason,
        LocalDate knownOn) {

    /** One that nobody could know before its day. */
    public Turn(
            String contractId,
            String accountId,
            Kind kind,
            LocalDate on,
            String currency,
            long before,
            long after,
            @Nullable Reason reason) {
        this(contractId, accountId, kind, on, currency, before, after, reason, on);
    }

    /** What happened. */
    public enum Kind {
        /** It went on under its own number. */
        RENEWAL,
        /** It ended; what is left goes on under another number. */
        END,
        /** It shrank in its term. */
        CONTRACTION
    }

    /** Whether the customer had to say whether and how it goes on. */
    public boolean decides() {
        return kind != Kind.CONTRACTION;
    }

    /** The same of which so much is left. */
    Turn keeping(long amount) {
        return new Turn(contractId, accountId, kind, on, currency, before, amount, reason, knownOn);
    }

    public long lost() {
        return before - after;
    }
}
