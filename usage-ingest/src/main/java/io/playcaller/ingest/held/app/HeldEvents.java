package io.playcaller.ingest.held.app;

import io.playcaller.ingest.held.Admission.Answer;
import io.playcaller.ingest.held.Admission.Standing;
import io.playcaller.ingest.held.HeldEvent;
import io.playcaller.ingest.held.Release.Ready;
import io.playcaller.ingest.held.Waiting;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The table of what waits. */
public interface HeldEvents {

    /**
     * How much waits.
     *
     * @param oldestReceivedAt of what has waited longest; null when nothing waits
     */
    record Depth(long events, @Nullable Instant oldestReceivedAt) {}

    /**
     * Stores those that {@code decide} admits, in their order, in one transaction. It fails when a person for whose edge one
     * of them waits was erased meanwhile. Deliveries that ask at the same moment do not see each other: together they may
     * exceed the bounds by what they bring.
     *
     * @param events of one source, at least one
     * @param receivedAt business time: who was forgotten before may have come back since
     * @return the answers, in order, as they were carried out
     */
    Uni<List<Answer>> admit(List<Waiting> events, Instant receivedAt, Function<Standing, List<Answer>> decide);

    /** What waits though its person has an account, in the order of {@code seq}, after one. */
    Uni<List<HeldEvent>> releasable(long afterSeq, int limit);

    /** The same of some persons. */
    Uni<List<HeldEvent>> releasable(Set<String> personIds, long afterSeq, int limit);

    /**
     * In one transaction, for those that still wait: deletes them, stores what people wrote, and appends their facts to the
     * outbox in the order given. What another replica released is left out.
     *
     * @return those that this call released
     */
    Uni<List<HeldEvent>> release(List<Ready> events);

    /**
     * Ends the wait of what has waited long enough: locks the rows, carries out {@code ending}, deletes them. Nothing is
     * deleted when {@code ending} fails. What another replica holds is left out.
     *
     * @return how many, at most {@code limit}
     */
    Uni<Integer> endDue(Instant now, int limit, Function<List<HeldEvent>, Uni<Void>> ending);

    /** The same for some, whenever they are due. */
    Uni<Integer> end(Set<Long> seqs, Function<List<HeldEvent>, Uni<Void>> ending);

    /** What waits, the longest first. */
    Uni<List<HeldEvent>> list(@Nullable String source, long afterSeq, int limit);

    Uni<Depth> depth();
}
