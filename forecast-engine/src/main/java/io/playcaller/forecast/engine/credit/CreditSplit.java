package io.playcaller.forecast.engine.credit;

import io.playcaller.contracts.register.MovementKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How movements of one kind of a contract are divided, from a day on until a split with a later day, or of the same day and
 * registered later; and only while the version of the day allows it.
 *
 * @param policy version under which it was registered
 * @param lateBecause why it was registered after the revenue had moved; null when it was in time
 */
public record CreditSplit(
        UUID splitId,
        String contractId,
        MovementKind kind,
        LocalDate from,
        List<CreditShare> shares,
        String policy,
        Instant registeredAt,
        String registeredBy,
        @Nullable String lateBecause) {

    public CreditSplit {
        shares = List.copyOf(shares);
    }
}
