package io.playcaller.ingest.rights;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a person's data.
 *
 * @param personIds the random ids under which they were known, the one that was asked for first
 * @param askedBy the subject of a token, or whose key it was
 * @param erasedAt when everything in the tables was gone
 * @param completedAt when the tombstones stood in Kafka, too; null until then
 * @param places where something was, or may have been
 */
public record Receipt(
        UUID erasureId,
        List<UUID> personIds,
        String askedBy,
        Instant erasedAt,
        @Nullable Instant completedAt,
        List<Line> places) {

    public Receipt {
        personIds = List.copyOf(personIds);
        places = List.copyOf(places);
    }

    public boolean complete() {
        return completedAt != null;
    }

    /** The same once the rest is known. */
    public Receipt completed(Instant at, List<Line> rest) {
        return new Receipt(
                erasureId,
                personIds,
                askedBy,
                erasedAt,
                at,
                Stream.concat(places.stream(), rest.stream()).toList());
    }
}
