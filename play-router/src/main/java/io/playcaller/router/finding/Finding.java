package io.playcaller.router.finding;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong in our own house and that somebody should put right.
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
        @Nullable Concerned concerned) {

    public Finding {
        details = List.copyOf(details);
    }

    /** One of our set-up alone. */
    public Finding(String key, Reason reason, Severity severity, String news, String sentence, List<String> details) {
        this(key, reason, severity, news, sentence, details, null);
    }

    /**
     * An account that something of ours is wrong with.
     *
     * @param valueAtRisk ARR of its open contracts; null without one
     */
    public record Concerned(String accountId, @Nullable Money valueAtRisk) {}
}
