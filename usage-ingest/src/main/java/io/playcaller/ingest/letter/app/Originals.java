package io.playcaller.ingest.letter.app;

import io.playcaller.ingest.letter.Way;
import io.playcaller.ingest.refusal.Step;
import io.playcaller.outbox.OutboxRecord;
import io.smallrye.mutiny.Uni;

/** The records that letters of other services are about, where they stand. */
public interface Originals {

    /** The record, for the same partition again; or that it is gone, or can never be read. Fails when Kafka does not answer. */
    Uni<Step<OutboxRecord>> read(Way.Again place);
}
