package io.playcaller.ingest.door.webhook;

import io.playcaller.ingest.door.webhook.proof.Proof;
import io.playcaller.ingest.source.Source;
import org.jspecify.annotations.Nullable;

/**
 * A tool that calls us: one path, one sender, one secret.
 *
 * @param name the last part of its path
 * @param source under which its events count: its own name, or the source whose events it brings a second time
 * @param own the source that is created for it; null when it brings the events of another
 */
public record Webhook(String name, String source, @Nullable Source own, Proof proof, WebhookReader reader) {}
