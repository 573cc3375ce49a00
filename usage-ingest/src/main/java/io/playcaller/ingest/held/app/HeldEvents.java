package io.playcaller.ingest.held.app;

import io.playcaller.ingest.held.Admission.Answer;
import io.playcaller.ingest.held.Admission.Known;
import io.playcaller.ingest.held.Admission.Standing;
import io.playcaller.ingest.held.Amount;
import io.playcaller.ingest.held.HeldEvent;
import io.playcaller.ingest.held.HeldHead;
import io.playcaller.ingest.held.HoldingPolicy;
import io.playcaller.ingest.held.Release.Ready;
import io.playcaller.ingest.held.Waiting;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The table of what waits. Its transactions are short: no other store is asked within one. Whoever locks here locks persons
 * in the order of their ids, then rows in the order of {@code seq}; an erasure, too, locks the person before the rows that go
 * along. What ends a wait waits for nobody's row.
 *
 * <p>A set is the first, in the order of {@code seq}, of what there is: at most {@value HoldingPolicy#SET_EVENTS} events, and
 * {@value HoldingPolicy#SET_BYTES} bytes, which the last of them may exceed.
 */
public interface HeldEvents {

    /**
     * How much waits.
     *
     * @param oldestReceivedAt of what has waited longest; null when nothing waits
     */
    record Depth(Amount waiting, @Nullable Instant oldestReceivedAt) {}

    /**
     * Stores those that {@code decide} admits, in their order, in one transaction. It fails when a person for whose edge one
     * of them waits was erased meanwhile. Deliveries that ask at the same moment do not see each other: together they may
     * exceed the bounds by what they bring.
     *
     * @param events of one source, at least one
     * @param receivedAt when they came, in business time: who was forgotten before may have come back since
     * @return the answers, in order, as they were carried out
     */
    Uni<List<Answer>> admit(List<Waiting> events, Instant receivedAt, Function<Standing, List<Answer>> decide);

    /** Which of a source's events are here. */
    Uni<Known> known(String source, List<String> ids);

    /** Persons with an account of whom something waits still, in the order of their ids, after one. */
    Uni<List<String>> personsToRelease(String after, int limit);

    /** A set of what waits of those persons who have an account. */
    Uni<List<HeldEvent>> releasable(Set<String> personIds, long afterSeq);

    /**
     * In one transaction, for those that still wait: deletes them, stores what people wrote, and appends their facts to the
     * outbox in the order given. It locks the persons first, as whoever changes or erases them does. What another replica
     * released or is ending is left out, and so is what names somebody who was erased meanwhile.
     *
     * @return those that this call released
     */
    Uni<List<HeldEvent>> release(List<Ready> events);

    /** A set of what has waited long enough, and of what another replica began to end half a minute ago or longer. */
    Uni<List<HeldEvent>> due(Instant now, long afterSeq);

    /**
     * Ends their wait, whenever they are due: they are no longer released, and become the letters that they have here. Whoever
     * calls writes these letters within half a minute; after that another replica may. What somebody else has hold of is left
     * out.
     *
     * @return those that this call began to end
     */
    Uni<List<HeldEvent>> beginEnd(List<HeldEvent> events, Instant now);

    /**
     * Deletes what has ended.
     *
     * @return those that this call deleted
     */
    Uni<List<HeldEvent>> delete(List<HeldEvent> ended);

    /** What waits, the longest first. */
    Uni<List<HeldHead>> list(@Nullable String source, long afterSeq, int limit);

    Uni<Depth> depth();
}
