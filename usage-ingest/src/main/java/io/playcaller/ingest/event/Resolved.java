package io.playcaller.ingest.event;

import io.playcaller.contracts.Envelope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event that can be stored.
 *
 * @param envelope as it will stand in the log; its account is null only for what is said of a person without one
 * @param personIds of those whom it names; the first is who did it
 */
public record Resolved(Item item, Draft draft, Envelope envelope, List<String> personIds) {

    public Resolved {
        personIds = List.copyOf(personIds);
    }

    public @Nullable String accountId() {
        return envelope.accountId();
    }
}
