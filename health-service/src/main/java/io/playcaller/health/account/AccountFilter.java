package io.playcaller.health.account;

import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.reason.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts a list or a sum is about; null means all.
 *
 * @param reason of an open episode, the first of it or another one
 * @param changedSince event time of the newest change of the score, included
 */
public record AccountFilter(
        Kind kind,
        @Nullable Owned owned,
        @Nullable Reason reason,
        Confidence confidence,
        @Nullable Instant changedSince,
        Scored scored,
        Merged merged) {

    /** What kind of customer it is, and how well it is. An account without a score is of no kind yet. */
    public record Kind(
            @Nullable String grade,
            @Nullable String segment,
            @Nullable String tier,
            @Nullable String stage,
            @Nullable Using using) {}

    /**
     * A product that it uses.
     *
     * @param grade null for any, or none
     */
    public record Using(String productId, @Nullable Grade grade) {

        /** One of them stands in the {@linkplain ProductGrade#entry() entries} of the account. */
        public List<String> entries() {
            return grade == null
                    ? ProductGrade.entries(productId)
                    : List.of(new ProductGrade(productId, grade).entry());
        }
    }

    /** Whoever holds any role on that day. */
    public record Owned(String staffId, LocalDate day) {}

    /** Bounds in millionths, both included. */
    public record Confidence(
            @Nullable Integer least, @Nullable Integer most) {}

    /** Accounts with or without a score; whoever asks why asks for those without. */
    public record Scored(@Nullable Boolean yes, @Nullable NoScore why) {

        /** Whether an account that has a score, or one that has none, may be meant. */
        public boolean maybe(boolean score) {
            return yes == null ? !score || why == null : yes == score;
        }
    }

    /** What becomes of accounts that are merged into another now. */
    public enum Merged {
        EXCLUDE,
        INCLUDE,
        ONLY
    }
}
