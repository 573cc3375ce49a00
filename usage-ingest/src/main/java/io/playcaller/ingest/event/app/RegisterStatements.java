package io.playcaller.ingest.event.app;

import io.playcaller.ingest.event.Outcome;
import io.playcaller.ingest.event.Resolved;
import io.smallrye.mutiny.Uni;

/** Stores what an event says of a person or an invoice: entity, register record and fact in one transaction. */
public interface RegisterStatements {

    /**
     * Ends when it is committed; the outbox then brings it to the log. Fails when it could not be stored.
     *
     * @return accepted, or refused with the reason that the register gave
     */
    Uni<Outcome> store(Resolved event);
}
