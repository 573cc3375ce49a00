package io.playcaller.ingest.rights.out;

import io.playcaller.ingest.rights.Holding;
import io.playcaller.ingest.rights.Part;
import io.playcaller.ingest.rights.Part.After;
import io.playcaller.ingest.rights.PersonFile;
import io.playcaller.ingest.rights.app.Holdings;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PgHoldings implements Holdings {

    /** A letter may hold half a megabyte. */
    private static final long MOST_CHARACTERS = 4_000_000;

    /** Ranks, not names, order the places; a page ends before the thing that would be too much, but has one. */
    private static final String PAGE = """
            with held (rank, id, place, at, source, content) as (
              select 1, person_id::text, 'table person, topic people', null::timestamptz, null::text,
                     json_strip_nulls(json_build_object(
                       'personId', person_id, 'version', version, 'accountId', account_id, 'name', name, 'email', email,
                       'title', title, 'role', lower(role), 'active', active, 'mayContact', may_contact))::text
              from person where person_id = any($1)
              union all
              select 2, kind || '/' || external_id, 'table person_identity', null, null,
                     json_build_object('kind', lower(kind), 'id', external_id, 'personId', person_id)::text
              from person_identity where person_id = any($1)
              union all
              select 3, lpad(edge_id::text, 19, '0'), 'table person_edge', since, source,
                     json_strip_nulls(json_build_object(
                       'accountId', account_id, 'by', lower(said_by), 'endedAt', ended_at, 'endedBy', ended_by))::text
              from person_edge where person_id = any($1)
              union all
              select 4, text_id::text, 'table person_text, topic people', said_at, source,
                     json_strip_nulls(json_build_object(
                       'textId', text_id, 'accountId', account_id, 'in', lower(said_in), 'ref', ref,
                       'subject', subject, 'body', body, 'comment', comment, 'cut', cut))::text
              from person_text where person_id = any($1)
              union all
              select 5, lpad(seq::text, 19, '0'), 'table held_event', received_at, source, letter
              from held_event where persons && $2::text[]
              union all
              select 6, letter_id, 'table dead_letter, topic dead-letters', received_at, source, content
              from dead_letter where persons && $2::text[] and content is not null
              union all
              select 7, letter_id || '/' || lpad(attempt::text, 10, '0'), 'table letter_replay', begun_at, begun_by,
                     correction
              from letter_replay join dead_letter using (letter_id)
              where persons && $2::text[] and correction is not null),
            page as (select * from held where (rank, id) > ($3, $4) order by rank, id limit $5),
            summed as (
              select page.*, row_number() over whole as nth, sum(length(content)) over whole as characters
              from page window whole as (order by rank, id))
            select rank, id, place, at, source, content, (select count(*) from page)
            from summed where nth < $5 and (nth = 1 or characters <= $6)
            order by rank, id
            """;

    private final Pool pool;

    PgHoldings(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<PersonFile>> file(UUID personId) {
        return PersonFiles.read(pool, personId);
    }

    @Override
    public Uni<Part> of(PersonFile person, After after, int limit) {
        Tuple question = Tuple.from(new Object[] {
            PersonFiles.ids(person),
            person.hashes().toArray(String[]::new),
            after.rank(),
            after.id(),
            limit + 1,
            MOST_CHARACTERS
        });
        return pool.preparedQuery(PAGE).execute(question).map(PgHoldings::part);
    }

    private static Part part(RowSet<Row> rows) {
        List<Holding> items = new ArrayList<>();
        After next = null;
        for (Row row : rows) {
            items.add(holding(row));
            next = row.getLong(6) > items.size() ? new After(row.getInteger(0), row.getString(1)) : null;
        }
        return new Part(items, next);
    }

    private static Holding holding(Row row) {
        OffsetDateTime at = row.getOffsetDateTime(3);
        return new Holding(row.getString(2), at == null ? null : at.toInstant(), row.getString(4), row.getString(5));
    }
}
