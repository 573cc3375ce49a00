package io.playcaller.forecast.process;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.engine.process.JudgeRole;
import io.playcaller.forecast.engine.process.Judgement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A judgement that somebody wants to give.
 *
 * @param days for how many UTC days it counts, today being the first
 */
public record JudgementWish(
        JudgeRole role,
        @Nullable Category category,
        @Nullable Long amountMinor,
        @Nullable Integer renews,
        String author,
        String reason,
        int days) {

    /** The judgement, given at {@code now} of the renewal on {@code renewalOn}. It ends with a day. */
    public Judgement at(UUID judgementId, String contractId, LocalDate renewalOn, Instant now) {
        Instant expiresAt = LocalDate.ofInstant(now, ZoneOffset.UTC)
                .plusDays(days)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        return new Judgement(
                judgementId,
                contractId,
                renewalOn,
                role,
                category,
                amountMinor,
                renews,
                author,
                reason,
                now,
                expiresAt,
                null);
    }
}
