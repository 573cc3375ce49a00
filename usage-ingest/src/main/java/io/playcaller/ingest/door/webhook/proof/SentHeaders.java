package io.playcaller.ingest.door.webhook.proof;

import org.jspecify.annotations.Nullable;

/** The headers of a request, by name in any case. */
@FunctionalInterface
public interface SentHeaders {

    /** Null when it did not come. */
    @Nullable
    String value(String name);
}
