package io.playcaller.router.finding;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import java.util.List;

/**
 * Something of our own set-up that somebody should put right.
 *
 * @param key stable while it is so
 * @param news what of it is worth telling anew when it changes; the rest may change in silence
 * @param sentence for people
 * @param details a line each
 */
public record Finding(
        String key, Reason reason, Severity severity, String news, String sentence, List<String> details) {

    public Finding {
        details = List.copyOf(details);
    }
}
