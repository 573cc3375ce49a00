package io.playcaller.health.history.app;

import io.playcaller.health.history.Said;
import io.playcaller.health.history.Walk;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The rows of history, within the caller's transaction. */
public interface HistoryRows {

    /**
     * An account's changes of the days of a walk.
     *
     * @param before the last change before them; null when there was none
     * @param days in the order of their revisions
     */
    record Stretch(@Nullable Said before, List<Said> days) {}

    /** The log's time in the partition that is furthest behind; empty before the first tick. */
    Uni<Optional<Instant>> logTime(SqlConnection transaction);

    /**
     * The walk that is in work, else a new one, locked until the transaction ends.
     *
     * @param to where a new one ends
     * @return empty when history is thin up to there, and when another replica is at it
     */
    Uni<Optional<Walk>> lock(SqlConnection transaction, Instant to);

    /** The next accounts, at most {@code limit}, with those of their changes that the walk is about; none at its end. */
    Uni<SortedMap<String, Stretch>> next(SqlConnection transaction, Walk walk, int limit);

    /** Deletes these revisions of these accounts. */
    Uni<Integer> delete(SqlConnection transaction, Map<String, List<Long>> revisions);

    /** Deletes what was known before {@code oldest}, but for the last change of each account, which held at that time. */
    Uni<Integer> deleteBefore(SqlConnection transaction, Iterable<String> accounts, Instant oldest);

    Uni<Void> stand(SqlConnection transaction, Walk walk);

    Uni<Void> end(SqlConnection transaction, Walk walk);
}
