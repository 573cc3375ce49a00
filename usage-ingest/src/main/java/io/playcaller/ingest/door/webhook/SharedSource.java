package io.playcaller.ingest.door.webhook;

import io.playcaller.ingest.source.IssuedKey;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * The source of a webhook for which others hold write keys, too: what both send counts as one source's, in rates, signs of
 * life and deduplication.
 *
 * @param keys their names
 */
public record SharedSource(String name, List<String> keys) {

    public SharedSource {
        keys = List.copyOf(keys);
    }

    /** Those among the sources that webhooks have for themselves; one that repeats another's events shares on purpose. */
    public static List<SharedSource> among(Collection<Webhook> webhooks, List<IssuedKey> issued) {
        return webhooks.stream()
                .map(Webhook::own)
                .filter(Objects::nonNull)
                .map(own -> new SharedSource(
                        own.name(),
                        issued.stream()
                                .filter(key -> key.source().equals(own.name()) && key.opens())
                                .map(IssuedKey::name)
                                .toList()))
                .filter(shared -> !shared.keys().isEmpty())
                .toList();
    }
}
