package io.playcaller.ingest.rights.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.ingest.postgres.out.Rows;
import io.playcaller.ingest.rights.Line;
import io.playcaller.ingest.rights.Receipt;
import io.vertx.mutiny.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.util.List;

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
                Rows.instant(row.getOffsetDateTime(4)),
                List.of(WireJson.read(row.getString(5).getBytes(StandardCharsets.UTF_8), Line[].class)));
    }

    static String json(List<Line> places) {
        return new String(WireJson.write(places), StandardCharsets.UTF_8);
    }
}
