package io.playcaller.ingest.event.app;

import io.playcaller.ingest.event.Delivery;
import io.playcaller.ingest.event.Outcome;
import io.playcaller.ingest.event.Resolved;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;

/** Where events wait until somebody says which account their person belongs to. */
public interface HoldingArea {

    /**
     * Lets them wait. Ends when it is committed: that stands for Kafka's {@code acks=all}. Fails when it could not be.
     *
     * @param events of one delivery, each awaiting its account
     * @return one outcome each, in their order: held; duplicate, when it waits already; refused, when there is no room; not
     *     stored, when somebody whom it names is forgotten at this moment
     */
    Uni<List<Outcome>> hold(Delivery delivery, List<Resolved> events);

    /** Those of a source's ids under which an event waits that an edge would release. */
    Uni<Set<String>> waiting(String source, List<String> ids);
}
