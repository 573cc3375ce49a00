package io.playcaller.ingest.held.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.deadletter.Place;
import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.ingest.held.HeldEvent;
import io.playcaller.ingest.held.HeldHead;
import io.playcaller.ingest.held.HoldingPolicy;
import io.playcaller.ingest.person.ExternalId;
import io.playcaller.ingest.postgres.out.Rows;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows of {@code held_event}. */
final class HeldRows {

    static final String HEAD = "seq, source, event_id, kind, external_id, place, received_at, held_until, bytes";

    private HeldRows() {}

    /**
     * A query for a set of those that the condition names.
     *
     * @param condition on the columns of the table
     */
    static String set(String condition) {
        return """
            select seq, source, event_id, kind, external_id, letter
            from (
              select found.*, sum(bytes) over (order by seq) - bytes as bytes_before
              from (select * from held_event where %s order by seq limit %d) found) sized
            where bytes_before < %d
            order by seq
            """.formatted(condition, HoldingPolicy.SET_EVENTS, HoldingPolicy.SET_BYTES);
    }

    static HeldEvent event(Row row) {
        return new HeldEvent(
                row.getLong(0),
                key(row),
                who(row),
                WireJson.read(row.getString(5).getBytes(StandardCharsets.UTF_8), DeadLetter.class));
    }

    static HeldHead head(Row row) {
        return new HeldHead(
                row.getLong(0),
                key(row),
                Place.valueOf(row.getString(5)),
                who(row),
                row.getOffsetDateTime(6).toInstant(),
                row.getOffsetDateTime(7).toInstant(),
                row.getInteger(8));
    }

    private static ClaimKey key(Row row) {
        return new ClaimKey(row.getString(1), row.getString(2));
    }

    private static ExternalId who(Row row) {
        return new ExternalId(ExternalId.Kind.valueOf(row.getString(3)), row.getString(4));
    }

    static Long[] seqs(List<HeldEvent> events) {
        return events.stream().map(HeldEvent::seq).toArray(Long[]::new);
    }

    /** Those whose rows a statement returned by their {@code seq}. */
    static List<HeldEvent> among(List<HeldEvent> events, RowSet<Row> rows) {
        Set<Long> seqs = seqs(rows);
        return events.stream().filter(event -> seqs.contains(event.seq())).toList();
    }

    static Set<Long> seqs(RowSet<Row> rows) {
        return Rows.all(rows, row -> row.getLong(0)).stream().collect(Collectors.toSet());
    }
}
