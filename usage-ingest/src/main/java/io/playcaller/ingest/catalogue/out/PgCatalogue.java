package io.playcaller.ingest.catalogue.out;

import io.playcaller.ingest.catalogue.CatalogueEntry;
import io.playcaller.ingest.catalogue.EventCount;
import io.playcaller.ingest.catalogue.NameRule;
import io.playcaller.ingest.catalogue.NameRules;
import io.playcaller.ingest.catalogue.app.Catalogue;
import io.playcaller.ingest.config.IngestConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PgCatalogue implements Catalogue {

    /** In the order of keys, so that two replicas cannot wait for each other. */
    private static final String ADD = """
            with came as (
              select * from unnest($1::text[], $2::text[], $3::date[], $4::bigint[], $5::bigint[], $6::bigint[],
                $7::timestamptz[], $8::timestamptz[])
                as c(source, name, day, events, meaningful, not_theirs, first_seen, last_seen)
            ), strangers as (
              select n.source, n.name, row_number() over (partition by n.source order by n.name) as place
              from (select distinct source, name from came
                    where name <> '' and not exists (
                      select from catalogue_event known
                      where known.source = came.source and known.name = came.name)) n
            ), room as (
              select source, count(*) as names from catalogue_event
              where name <> '' and source in (select source from strangers) group by source
            ), placed as (
              select c.source,
                case when s.place + coalesce(r.names, 0) > $9 then '' else c.name end as name,
                c.day, c.events, c.meaningful, c.not_theirs, c.first_seen, c.last_seen
              from came c left join strangers s on s.source = c.source and s.name = c.name
                left join room r on r.source = c.source
            ), totals as (
              insert into catalogue_event as e (source, name, first_seen, last_seen, events, meaningful, not_theirs)
              select source, name, min(first_seen), max(last_seen), sum(events), sum(meaningful), sum(not_theirs)
              from placed group by source, name order by source, name
              on conflict (source, name) do update
              set first_seen = least(e.first_seen, excluded.first_seen),
                  last_seen = greatest(e.last_seen, excluded.last_seen),
                  events = e.events + excluded.events, meaningful = e.meaningful + excluded.meaningful,
                  not_theirs = e.not_theirs + excluded.not_theirs
            ), days as (
              insert into catalogue_day as d (source, name, day, events)
              select source, name, day, sum(events) from placed group by source, name, day order by source, name, day
              on conflict (source, name, day) do update set events = d.events + excluded.events
            )
            select source, sum(events)::bigint from placed where name = '' group by source
            """;

    /** Who adds counts waits for who deletes some: they would have hold of the two tables in another order. */
    private static final String ALONE = "lock table catalogue_event in share row exclusive mode";

    private static final String FORGET_NAMES = """
            with gone as (
              delete from catalogue_event
              where name <> '' and ($1::text is null or source = $1) and ($2::text is null or name = $2)
                and ($3::timestamptz is null or first_seen >= $3)
              returning source, name
            ), days as (
              delete from catalogue_day d using gone g where d.source = g.source and d.name = g.name
            )
            select count(*) from gone
            """;

    private static final String FORGET = "delete from catalogue_day where day < $1";

    private static final String LIST = """
            with found as (
              select source, name, first_seen, last_seen, events, meaningful, not_theirs from catalogue_event
              where ($1::text is null or source = $1) and (source, name) > ($2, $3)
              order by source, name limit $4
            )
            select f.source, f.name, f.first_seen, f.last_seen, f.events, f.meaningful, f.not_theirs,
              (select json_object_agg(d.day, d.events order by d.day) from catalogue_day d
               where d.source = f.source and d.name = f.name and d.day >= $5) as days,
              r.name, r.meaningful, r.counts_as, r.counts_from
            from found f left join catalogue_rule r on r.name = f.name
            order by f.source, f.name
            """;

    private static final String RULES = "select name, meaningful, counts_as, counts_from from catalogue_rule";

    private static final String SAVE = """
            insert into catalogue_rule (name, meaningful, counts_as, counts_from, changed_by, changed_at)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (name) do update
            set meaningful = excluded.meaningful, counts_as = excluded.counts_as, counts_from = excluded.counts_from,
                changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """;

    private static final String TAKE_BACK = "delete from catalogue_rule where name = $1";

    private final Pool pool;
    private final int namesPerSource;

    PgCatalogue(Pool pool, IngestConfig config) {
        this.pool = pool;
        this.namesPerSource = config.catalogue().namesPerSource();
    }

    @Override
    public Uni<Map<String, Long>> add(List<EventCount> counts) {
        Tuple parameters = Tuple.tuple(List.of(
                all(counts, count -> count.key().source()).toArray(String[]::new),
                all(counts, count -> count.key().name()).toArray(String[]::new),
                all(counts, count -> count.key().day()).toArray(LocalDate[]::new),
                all(counts, EventCount::events).toArray(Long[]::new),
                all(counts, EventCount::meaningful).toArray(Long[]::new),
                all(counts, EventCount::excluded).toArray(Long[]::new),
                all(counts, count -> utc(count.firstSeen())).toArray(OffsetDateTime[]::new),
                all(counts, count -> utc(count.lastSeen())).toArray(OffsetDateTime[]::new),
                namesPerSource));
        return pool.preparedQuery(ADD).execute(parameters).map(CatalogueRows::bySource);
    }

    private static <T> List<T> all(List<EventCount> counts, Function<EventCount, T> part) {
        return counts.stream().map(part).toList();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    @Override
    public Uni<Integer> forget(@Nullable String source, String name) {
        return forget(Tuple.of(source, name, null));
    }

    @Override
    public Uni<Integer> forgetSince(String source, Instant firstSeen) {
        return forget(Tuple.of(source, null, utc(firstSeen)));
    }

    private Uni<Integer> forget(Tuple which) {
        return pool.withTransaction(tx -> tx.query(ALONE)
                        .execute()
                        .chain(() -> tx.preparedQuery(FORGET_NAMES).execute(which)))
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    @Override
    public Uni<Void> forgetBefore(LocalDate day) {
        return pool.preparedQuery(FORGET).execute(Tuple.of(day)).replaceWithVoid();
    }

    @Override
    public Uni<List<CatalogueEntry>> list(
            @Nullable String source, String afterSource, String afterName, int limit, LocalDate since) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(source, afterSource, afterName, limit, since))
                .map(CatalogueRows::entries);
    }

    @Override
    public Uni<NameRules> rules() {
        return pool.query(RULES).execute().map(CatalogueRows::rules);
    }

    @Override
    public Uni<Void> save(NameRule rule, String by, Instant at) {
        if (rule.isNone()) {
            return pool.preparedQuery(TAKE_BACK).execute(Tuple.of(rule.name())).replaceWithVoid();
        }
        NameRule.Alias alias = rule.countsAs();
        return pool.preparedQuery(SAVE)
                .execute(Tuple.of(
                        rule.name(),
                        rule.meaningful(),
                        alias == null ? null : alias.name(),
                        alias == null ? null : utc(alias.from()),
                        by,
                        utc(at)))
                .replaceWithVoid();
    }
}
