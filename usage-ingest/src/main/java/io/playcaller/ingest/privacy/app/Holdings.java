package io.playcaller.ingest.privacy.app;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that the tables hold about a person. */
public interface Holdings {

    /**
     * One thing that is held.
     *
     * @param rank of its place in the order in which places are listed
     * @param id names it in its place
     * @param place the table, and the topic that has the same
     * @param at when it was said or came in; null where that is not kept
     * @param source who said it; null where that is not kept
     * @param json the whole of it
     */
    record Holding(
            int rank,
            String id,
            String place,
            @Nullable Instant at,
            @Nullable String source,
            String json) {}

    /** Where a page ended. */
    record After(int rank, String id) {

        public static final After NOTHING = new After(0, "");
    }

    /**
     * A page.
     *
     * @param personIds the random ids of the person, the one that was asked for first
     * @param more whether something follows
     */
    record Found(List<UUID> personIds, List<Holding> items, boolean more) {

        public Found {
            personIds = List.copyOf(personIds);
            items = List.copyOf(items);
        }
    }

    /**
     * At most {@code limit} things, and of several no more than some megabytes.
     *
     * @return empty when there is no such person
     */
    Uni<Optional<Found>> of(UUID personId, After after, int limit);
}
