package io.playcaller.forecast.process;

import io.playcaller.contracts.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A renewal in the working list.
 *
 * @param accountName the account's id while its name is not known
 * @param noticeBy last day to cancel; null without such a term
 * @param daysToNotice from today; negative when it has passed; null without such a term
 */
public record ListedRenewal(
        String contractId,
        String accountId,
        String accountName,
        LocalDate renewalOn,
        @Nullable LocalDate noticeBy,
        @Nullable Long daysToNotice,
        Money arr,
        RenewalLine line) {}
