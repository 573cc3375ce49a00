package io.playcaller.ingest.held.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.ingest.held.HeldEvent;
import io.playcaller.ingest.postgres.out.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The end of a wait, in short transactions of one statement. Who is forgotten takes along also what is at its end. */
record HeldEnds(Pool pool) {

    /** Nobody is at it: it waits still, or who began to end it died. */
    private static final String FREE = "(ending_until is null or ending_until < clock_timestamp())";

    private static final String DUE = HeldRows.set("held_until <= $1 and seq > $2 and " + FREE);

    /** From now on it is due: whoever finds it later does the rest. */
    private static final String BEGIN = """
            with ending as (
              select held.seq, become.letter
              from held_event held
              join unnest($1::bigint[], $2::text[]) as become (seq, letter) on become.seq = held.seq
              where %s
              order by held.seq
              for update of held skip locked)
            update held_event
            set ending_until = clock_timestamp() + interval '30 seconds', held_until = least(held_until, $3),
                letter = ending.letter
            from ending where held_event.seq = ending.seq
            returning held_event.seq
            """.formatted(FREE);

    private static final String DELETE = """
            with ended as (
              select seq from held_event where seq = any($1) and ending_until is not null
              order by seq for update skip locked)
            delete from held_event using ended where held_event.seq = ended.seq
            returning held_event.seq
            """;

    Uni<List<HeldEvent>> due(Instant now, long afterSeq) {
        return pool.preparedQuery(DUE)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), afterSeq))
                .map(rows -> Rows.all(rows, HeldRows::event));
    }

    Uni<List<HeldEvent>> begin(List<HeldEvent> events, Instant now) {
        String[] letters = events.stream()
                .map(event -> new String(WireJson.write(event.letter()), StandardCharsets.UTF_8))
                .toArray(String[]::new);
        return pool.preparedQuery(BEGIN)
                .execute(Tuple.of(HeldRows.seqs(events), letters, now.atOffset(ZoneOffset.UTC)))
                .map(rows -> HeldRows.among(events, rows));
    }

    Uni<List<HeldEvent>> delete(List<HeldEvent> ended) {
        return pool.preparedQuery(DELETE)
                .execute(Tuple.of(HeldRows.seqs(ended)))
                .map(rows -> HeldRows.among(ended, rows));
    }
}
