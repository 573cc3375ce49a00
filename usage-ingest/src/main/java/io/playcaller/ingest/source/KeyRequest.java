package io.playcaller.ingest.source;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A write key to issue.
 *
 * @param name what people call it, such as {@code "web, production"}; need not be unique
 * @param createdBy who asks; null for the configuration
 */
public record KeyRequest(
        String source,
        String name,
        Environment environment,
        Set<Scope> scopes,
        @Nullable String createdBy) {

    public KeyRequest {
        scopes = Set.copyOf(scopes);
    }
}
