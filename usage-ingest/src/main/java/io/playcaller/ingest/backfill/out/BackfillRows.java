package io.playcaller.ingest.backfill.out;

import io.playcaller.ingest.backfill.BackfillRun;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;

/** Rows of the table of runs. The first parameter of each query is the name of the topic {@code customer-events}. */
public final class BackfillRows {

    /**
     * The relay deletes a fact from the outbox after Kafka committed it, so one that is not there is in the log. Ids become
     * visible out of order, but what was answered before the end was asked for was visible then.
     */
    static final String COLUMNS = """
            run_id, source, started_at, start_announced, ended_at,
            case when end_announced then 0 else
              (select count(*) from outbox where topic = $1 and id <= end_after_outbox_id)
            end,
            end_announced
            """;

    /** Runs of which the log does not know all. */
    public static final String UNANNOUNCED = "select " + COLUMNS
            + " from backfill_run where not start_announced or (ended_at is not null and not end_announced)"
            + " order by started_at, run_id";

    private BackfillRows() {}

    /** A row of {@link #COLUMNS}. */
    public static BackfillRun run(Row row) {
        OffsetDateTime ended = row.getOffsetDateTime(4);
        return new BackfillRun(
                row.getString(0),
                row.getString(1),
                row.getOffsetDateTime(2).toInstant(),
                row.getBoolean(3),
                ended == null ? null : ended.toInstant(),
                row.getLong(5),
                row.getBoolean(6));
    }
}
