package io.playcaller.forecast.engine.review;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.ReasonFamily;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A time in which an account was at risk.
 *
 * @param reasons the first and the others
 * @param endedOn null while it is open
 */
public record RiskEpisode(
        String accountId,
        Set<Reason> reasons,
        LocalDate openedOn,
        @Nullable LocalDate endedOn) {

    /**
     * Of its reasons, those that a customer may be saved from. That the notice is near, or that our forecast or our work on a renewal is
     * wanting, says nothing about the customer: every renewal comes past its notice.
     */
    Set<Reason> risks() {
        return reasons.stream()
                .filter(reason -> reason != Reason.COM_NOTICE_NEAR && reason.family() != ReasonFamily.FORECAST)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it was open on some of the {@code days} days before {@code day}. */
    boolean within(LocalDate day, int days) {
        return openedOn.isBefore(day) && (endedOn == null || !endedOn.isBefore(day.minusDays(days)));
    }
}
