package io.playcaller.ingest.door.webhook;

import io.playcaller.ingest.door.webhook.proof.Proof;
import io.playcaller.ingest.source.Source;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A tool that calls us: one path, one sender, one secret.
 *
 * @param name the last part of its path
 * @param source under which its events count: its own name, or the source whose events it brings a second time
 * @param own the source that is created for it; null when it brings the events of another
 * @param bounds what its requests may be
 */
public record Webhook(
        String name, String source, @Nullable Source own, Proof proof, WebhookReader reader, Bounds bounds) {

    /**
     * What a request may be.
     *
     * @param bytes of its body, as it came
     * @param longestRetry for how long the tool goes on sending one event
     */
    public record Bounds(int bytes, Duration longestRetry) {

        /** More than any tool is known to send: Jira Cloud sends at most 25 MB. */
        public static final int LARGEST = 26_214_400;
    }
}
