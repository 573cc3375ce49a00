package io.playcaller.ingest.held.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.ingest.held.HeldEvent;
import io.playcaller.ingest.held.Waiting;
import io.playcaller.ingest.person.ExternalId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Rows of {@code held_event}. */
final class HeldRows {

    static final String COLUMNS =
            "held.seq, held.source, held.event_id, held.kind, held.external_id, held.held_until, held.letter";

    private HeldRows() {}

    static List<HeldEvent> events(RowSet<Row> rows) {
        return all(rows, HeldRows::event);
    }

    private static HeldEvent event(Row row) {
        return new HeldEvent(
                row.getLong(0),
                new ClaimKey(row.getString(1), row.getString(2)),
                new ExternalId(ExternalId.Kind.valueOf(row.getString(3)), row.getString(4)),
                row.getOffsetDateTime(5).toInstant(),
                WireJson.read(row.getString(6).getBytes(StandardCharsets.UTF_8), DeadLetter.class));
    }

    /** A column each: source, id, kind and id of the person, receipt, end, letter, hashes joined by commas. */
    static Tuple columns(List<Waiting> events) {
        return Tuple.from(new Object[] {
            texts(events, event -> event.key().source()),
            texts(events, event -> event.key().id()),
            texts(events, event -> event.who().kind().name()),
            texts(events, event -> event.who().value()),
            times(events, event -> event.letter().receivedAt()),
            times(events, Waiting::heldUntil),
            texts(events, event -> new String(WireJson.write(event.letter()), StandardCharsets.UTF_8)),
            texts(events, event -> String.join(",", event.persons()))
        });
    }

    static String[] texts(List<Waiting> events, Function<Waiting, String> column) {
        return events.stream().map(column).toArray(String[]::new);
    }

    private static OffsetDateTime[] times(List<Waiting> events, Function<Waiting, Instant> column) {
        return events.stream()
                .map(event -> column.apply(event).atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }

    static <T> List<T> all(RowSet<Row> rows, Function<Row, T> reading) {
        return StreamSupport.stream(rows.spliterator(), false).map(reading).toList();
    }
}
