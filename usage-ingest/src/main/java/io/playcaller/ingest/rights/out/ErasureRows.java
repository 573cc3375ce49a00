package io.playcaller.ingest.rights.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.ingest.rights.Line;
import io.playcaller.ingest.rights.Receipt;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Rows of the table of erasures. */
final class ErasureRows {

    static final String COLUMNS = "erasure_id, person_ids, asked_by, erased_at, completed_at, places";

    private ErasureRows() {}

    static Receipt receipt(Row row) {
        return new Receipt(
                row.getUUID(0),
                List.of(row.getArrayOfUUIDs(1)),
                row.getString(2),
                row.getOffsetDateTime(3).toInstant(),
                instant(row.getOffsetDateTime(4)),
                List.of(WireJson.read(row.getString(5).getBytes(StandardCharsets.UTF_8), Line[].class)));
    }

    static String json(List<Line> places) {
        return new String(WireJson.write(places), StandardCharsets.UTF_8);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    static <T> List<T> all(RowSet<Row> rows, Function<Row, T> reading) {
        return StreamSupport.stream(rows.spliterator(), false).map(reading).toList();
    }
}
