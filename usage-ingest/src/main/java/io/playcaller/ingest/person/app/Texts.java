package io.playcaller.ingest.person.app;

import io.playcaller.contracts.register.PersonSaid;
import io.playcaller.ingest.person.FactRef;
import io.playcaller.ingest.person.Said;
import io.playcaller.ingest.person.SaidFilter;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The free text of the person store. Deleted with its person, or when it is too old. */
public interface Texts {

    /** A text's place in the order in which texts are listed: by time, ties by id. */
    record Position(Instant saidAt, String textId) {}

    /**
     * Stores what it does not have and nobody took back, and puts it on {@code people}, in one transaction. Fails when a
     * person of them was forgotten meanwhile, or the store is away.
     */
    Uni<Void> store(List<Said> texts);

    /** The newest first. */
    Uni<List<PersonSaid>> newest(SaidFilter filter, @Nullable Position after, int limit);

    /**
     * Deletes what was said with these facts, and on {@code people}, in one transaction; of what comes with them later nothing
     * is stored, for as long as texts are kept.
     */
    Uni<Void> retract(List<FactRef> facts, Instant at);

    /**
     * Deletes what was said before then, and what came at the same time as its fact was taken back, and on {@code people}; tells
     * how much, at most as much as fits one transaction.
     */
    Uni<Integer> deleteOlderThan(Instant oldest);
}
