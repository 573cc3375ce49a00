package io.playcaller.health.account;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.health.Grade;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as a list shows it. Score, grade, confidence and {@code changedAt} are null without a score.
 *
 * @param name null until the register named it
 * @param score milli-points
 * @param confidence millionths
 * @param changedAt event time of the newest change
 * @param noScore why there is none: {@code collecting}, {@code no-inputs} or {@code quarantined}; null with one
 * @param quarantined whether its facts wait, so that what stands here grows old
 * @param mergedInto null while it is itself
 * @param openSignals how many episodes are open
 * @param products that are told apart, in order of their ids
 */
public record AccountSummary(
        String accountId,
        @Nullable String name,
        @Nullable Long score,
        @Nullable Grade grade,
        @Nullable Integer confidence,
        @Nullable String segment,
        @Nullable String tier,
        @Nullable String stage,
        @Nullable Money arr,
        @Nullable Instant changedAt,
        @Nullable String noScore,
        boolean quarantined,
        @Nullable MergedInto mergedInto,
        int openSignals,
        List<ProductGrade> products) {}
