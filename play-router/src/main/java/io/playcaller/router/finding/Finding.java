package io.playcaller.router.finding;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.health.AccountSnapshot;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody should put right and that no single fact about a customer says: most often of our own set-up.
 *
 * @param key stable while it is so
 * @param news what of it is worth telling anew when it changes, in words; the rest may change in silence. A word that was never
 *     told, beside one that was, is one more of what it is of
 * @param sentence for people
 * @param details a line each
 * @param about the account that it concerns; null where it concerns none. Found again under the same key and
 *     the same first news it is the same signal, which opens again
 */
public record Finding(
        String key,
        Reason reason,
        Severity severity,
        String news,
        String sentence,
        List<String> details,
        @Nullable About about) {

    public Finding {
        details = List.copyOf(details);
    }

    /** One that concerns no account. */
    public Finding(String key, Reason reason, Severity severity, String news, String sentence, List<String> details) {
        this(key, reason, severity, news, sentence, details, null);
    }

    /**
     * An account.
     *
     * @param account as it is when the finding is told; null where what is known of it then does
     * @param valueAtRisk ARR of its open contracts; null without one
     */
    public record About(
            String accountId,
            @Nullable AccountSnapshot account,
            @Nullable Money valueAtRisk) {

        /** One whose profile says what is at risk. */
        public About(String accountId, AccountSnapshot account) {
            this(accountId, account, account.profile().arr());
        }
    }
}
