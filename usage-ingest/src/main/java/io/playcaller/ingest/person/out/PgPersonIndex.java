package io.playcaller.ingest.person.out;

import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.person.ExternalId;
import io.playcaller.ingest.person.PersonRef;
import io.playcaller.ingest.person.app.PersonIndex;
import io.playcaller.ingest.postgres.out.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** In sets, with the Vert.x client, through a cache. */
@ApplicationScoped
class PgPersonIndex implements PersonIndex {

    private static final String FIND = """
            select i.kind, i.external_id, p.person_id, p.account_id, p.version,
                   not p.domain_refused and (p.account_id is null or p.account_by_domain)
            from unnest($1::text[], $2::text[]) as wanted(kind, external_id)
            join person_identity i using (kind, external_id)
            join person p using (person_id)
            """;

    /** The person follows its identity in one statement, so that two replicas cannot make two persons. */
    private static final String MAKE = """
            with fresh as (
              insert into person_identity (kind, external_id, person_id)
              select kind, external_id, person_id
              from unnest($1::text[], $2::text[], $3::uuid[]) as wanted(kind, external_id, person_id)
              order by kind, external_id
              on conflict do nothing
              returning person_id)
            insert into person (person_id) select person_id from fresh
            """;

    private static final String IDS = "select kind, external_id from person_identity where person_id = $1";

    /** Whom no id names any more is the same person as the one that the ids name now. */
    private static final String LINK = """
            with alias as (select kind, external_id from unnest($1::text[], $2::text[]) as alias(kind, external_id)),
            moved as (
              select distinct known.person_id
              from person_identity known join alias using (kind, external_id)
              where known.person_id <> $3 and not exists (
                select from person_identity other
                where other.person_id = known.person_id
                  and (other.kind, other.external_id) not in (select kind, external_id from alias))),
            linked as (
              insert into person_identity (kind, external_id, person_id)
              select kind, external_id, $3 from alias
              order by kind, external_id
              on conflict (kind, external_id) do update set person_id = excluded.person_id)
            update person set same_as = $3 from moved where person.person_id = moved.person_id
            """;

    private final Pool pool;
    private final PersonCache cache;

    PgPersonIndex(Pool pool, IngestConfig config) {
        this.pool = pool;
        this.cache = new PersonCache(config.people());
    }

    @Override
    public Uni<Map<ExternalId, PersonRef>> resolve(Collection<ExternalId> ids, Set<ExternalId> edges) {
        Map<ExternalId, PersonRef> known = cached(ids, edges);
        List<ExternalId> missing =
                ids.stream().distinct().filter(id -> !known.containsKey(id)).toList();
        if (missing.isEmpty()) {
            return Uni.createFrom().item(known);
        }
        return find(missing).flatMap(found -> {
            known.putAll(found);
            List<ExternalId> fresh =
                    missing.stream().filter(id -> !known.containsKey(id)).toList();
            return fresh.isEmpty()
                    ? Uni.createFrom().item(known)
                    : make(fresh).map(made -> {
                        known.putAll(made);
                        return known;
                    });
        });
    }

    private Map<ExternalId, PersonRef> cached(Collection<ExternalId> ids, Set<ExternalId> edges) {
        Map<ExternalId, PersonRef> known = new HashMap<>();
        for (ExternalId id : ids) {
            PersonRef person = edges.contains(id) ? cache.find(id) : cache.findAny(id);
            if (person != null) {
                known.put(id, person);
            }
        }
        return known;
    }

    @Override
    public Uni<Map<ExternalId, PersonRef>> known(Collection<ExternalId> ids) {
        return find(List.copyOf(ids));
    }

    @Override
    public Uni<Optional<PersonRef>> find(ExternalId id) {
        return find(List.of(id)).map(found -> Optional.ofNullable(found.get(id)));
    }

    private Uni<Map<ExternalId, PersonRef>> find(List<ExternalId> ids) {
        long since = cache.reading();
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(kinds(ids), values(ids)))
                .map(rows -> remember(since, rows));
    }

    private Uni<Map<ExternalId, PersonRef>> make(List<ExternalId> ids) {
        UUID[] persons = ids.stream().map(id -> UUID.randomUUID()).toArray(UUID[]::new);
        return pool.preparedQuery(MAKE)
                .execute(Tuple.of(kinds(ids), values(ids), persons))
                .flatMap(made -> find(ids));
    }

    private Map<ExternalId, PersonRef> remember(long since, RowSet<Row> rows) {
        Map<ExternalId, PersonRef> found = new HashMap<>();
        for (Row row : rows) {
            ExternalId id = id(row);
            PersonRef person = new PersonRef(row.getUUID(2).toString(), row.getString(3), row.getBoolean(5));
            found.put(id, person);
            cache.read(since, id, person, row.getLong(4));
        }
        return found;
    }

    @Override
    public Uni<List<ExternalId>> idsOf(String personId) {
        return pool.preparedQuery(IDS)
                .execute(Tuple.of(UUID.fromString(personId)))
                .map(rows -> Rows.all(rows, PgPersonIndex::id));
    }

    private static ExternalId id(Row row) {
        return new ExternalId(ExternalId.Kind.valueOf(row.getString(0)), row.getString(1));
    }

    @Override
    public Uni<Void> link(List<ExternalId> aliases, ExternalId id) {
        return resolve(List.of(id))
                .flatMap(persons -> {
                    String person = Objects.requireNonNull(persons.get(id)).personId();
                    return pool.preparedQuery(LINK)
                            .execute(Tuple.of(kinds(aliases), values(aliases), UUID.fromString(person)));
                })
                .invoke(linked -> cache.linked(aliases))
                .replaceWithVoid();
    }

    @Override
    public void changed(PersonRef person, long version) {
        cache.changed(person, version);
    }

    @Override
    public void erased(String personId) {
        cache.erased(personId);
    }

    private static String[] kinds(List<ExternalId> ids) {
        return ids.stream().map(id -> id.kind().name()).toArray(String[]::new);
    }

    private static String[] values(List<ExternalId> ids) {
        return ids.stream().map(ExternalId::value).toArray(String[]::new);
    }
}
