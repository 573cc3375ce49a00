package io.playcaller.forecast.engine.process;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.engine.contract.MovedDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody thinks of a renewal: a category, a probability, an amount, or some of these. It stands beside the model's
 * forecast and is never averaged with it.
 *
 * @param renewalOn the renewal that it is about
 * @param amountMinor what they expect to keep, in the contract's currency
 * @param renews millionths
 * @param expiresAt from when on it no longer counts
 * @param withdrawnAt when it was taken back; null while it was not
 */
public record Judgement(
        UUID judgementId,
        String contractId,
        LocalDate renewalOn,
        JudgeRole role,
        @Nullable Category category,
        @Nullable Long amountMinor,
        @Nullable Integer renews,
        String author,
        String reason,
        Instant at,
        Instant expiresAt,
        @Nullable Instant withdrawnAt) {

    /** Whether it counts at {@code now} for a renewal on {@code renewal}. */
    public boolean counts(Instant now, LocalDate renewal) {
        return withdrawnAt == null && now.isBefore(expiresAt) && MovedDay.wordsHold(renewalOn, renewal);
    }

    /** It or {@code other}, whichever was said last. A newer word replaces an older one for good. */
    Judgement orLater(Judgement other) {
        int later = at.equals(other.at) ? judgementId.compareTo(other.judgementId) : at.compareTo(other.at);
        return later >= 0 ? this : other;
    }
}
