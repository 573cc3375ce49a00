package io.playcaller.ingest.register;

import io.playcaller.ingest.identity.MergedAccounts;
import io.playcaller.ingest.refusal.Refusal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That an account was merged into another.
 *
 * @param reason of people, for people
 * @param undoneAt null while it is in force
 */
public record Merge(
        String accountId,
        String into,
        String reason,
        Instant mergedAt,
        String mergedBy,
        @Nullable Instant undoneAt,
        @Nullable String undoneBy) {

    private static final String INTO = "/into";

    /**
     * Why an account cannot be merged into another; empty when it can, or is.
     *
     * @param inForce by account, the one into which it is merged
     */
    public static Optional<Refusal> refusal(String accountId, String into, Map<String, String> inForce) {
        return refusal(accountId, into, inForce.get(accountId), MergedAccounts.following(inForce));
    }

    /**
     * The same.
     *
     * @param before the account into which it is merged; null when into none
     */
    public static Optional<Refusal> refusal(
            String accountId, String into, @Nullable String before, MergedAccounts inForce) {
        if (accountId.equals(into)) {
            return Optional.of(Refusal.field(Refusal.FIELD_INVALID, INTO, "another account", into));
        }
        if (before != null && !before.equals(into)) {
            return Optional.of(Refusal.field(
                    Refusal.ACCOUNT_MERGED,
                    INTO,
                    before + ", into which it is merged, unless that is undone first",
                    into));
        }
        return inForce.of(into).equals(accountId)
                ? Optional.of(Refusal.field(
                        Refusal.ACCOUNT_MERGED, INTO, "an account that is not merged into " + accountId, into))
                : Optional.empty();
    }
}
