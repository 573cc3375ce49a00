package io.playcaller.health.history.out;

import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.health.Grade;
import io.playcaller.health.history.Said;
import io.playcaller.health.history.Walk;
import io.playcaller.health.history.app.HistoryRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@link HistoryRows} in PostgreSQL. */
@ApplicationScoped
class PgHistoryRows implements HistoryRows {

    private static final OffsetDateTime ALWAYS = Instant.EPOCH.atOffset(ZoneOffset.UTC);

    private final String log;

    PgHistoryRows(TopicNames topics) {
        this.log = topics.of(Topic.CUSTOMER_EVENTS);
    }

    @Override
    public Uni<Optional<Instant>> logTime(SqlConnection transaction) {
        String sql = "select min(log_time) as log_time from checkpoint where topic = $1";
        return transaction
                .preparedQuery(sql)
                .execute(Tuple.of(log))
                .map(rows -> Optional.ofNullable(instant(rows.iterator().next(), "log_time")));
    }

    @Override
    public Uni<Optional<Walk>> lock(SqlConnection transaction, Instant to) {
        String sql = "select thinned_to, thinning_to, after_account from history_sweep for update skip locked";
        return transaction
                .query(sql)
                .execute()
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : walk(rows.iterator().next(), to));
    }

    private static Optional<Walk> walk(Row row, Instant to) {
        Instant from = instant(row, "thinned_to");
        Instant inWork = instant(row, "thinning_to");
        if (inWork != null) {
            return Optional.of(new Walk(from, inWork, row.getString("after_account")));
        }
        return from == null || from.isBefore(to) ? Optional.of(new Walk(from, to, "")) : Optional.empty();
    }

    @Override
    public Uni<SortedMap<String, Stretch>> next(SqlConnection transaction, Walk walk, int limit) {
        String sql = """
                select a.account_id, h.rev, h.valid_from, h.known_at, h.score, h.grade
                  from (select account_id from account_state
                         where account_id > $1 order by account_id limit $4) a
                  left join lateral (
                      (select rev, valid_from, known_at, score, grade from health_history
                        where account_id = a.account_id and known_at < $2
                        order by known_at desc, rev desc limit 1)
                      union all
                      select rev, valid_from, known_at, score, grade from health_history
                       where account_id = a.account_id and known_at >= $2 and known_at < $3
                  ) h on true
                 order by a.account_id, h.rev
                """;
        Instant from = walk.from();
        OffsetDateTime begin = from == null ? ALWAYS : from.atOffset(ZoneOffset.UTC);
        return transaction
                .preparedQuery(sql)
                .execute(Tuple.of(walk.after(), begin, walk.to().atOffset(ZoneOffset.UTC), limit))
                .map(rows -> stretches(rows, begin.toInstant()));
    }

    private static SortedMap<String, Stretch> stretches(RowSet<Row> rows, Instant from) {
        SortedMap<String, Stretch> accounts = new TreeMap<>();
        for (Row row : rows) {
            Stretch stretch = accounts.computeIfAbsent(
                    row.getString("account_id"), account -> new Stretch(null, new ArrayList<>()));
            if (row.getLong("rev") == null) {
                continue;
            }
            Said said = said(row);
            if (said.knownAt().isBefore(from)) {
                accounts.put(row.getString("account_id"), new Stretch(said, stretch.days()));
            } else {
                stretch.days().add(said);
            }
        }
        return accounts;
    }

    private static Said said(Row row) {
        return new Said(
                row.getLong("rev"),
                row.getOffsetDateTime("valid_from").toInstant(),
                row.getOffsetDateTime("known_at").toInstant(),
                row.getInteger("score"),
                Grade.valueOf(row.getString("grade")));
    }

    @Override
    public Uni<Integer> delete(SqlConnection transaction, Map<String, List<Long>> revisions) {
        List<String> accounts = new ArrayList<>();
        List<Long> gone = new ArrayList<>();
        revisions.forEach((account, ofIt) -> ofIt.forEach(rev -> {
            accounts.add(account);
            gone.add(rev);
        }));
        if (gone.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        String sql = """
                delete from health_history h using unnest($1::text[], $2::bigint[]) as g (account_id, rev)
                 where h.account_id = g.account_id and h.rev = g.rev
                """;
        return transaction
                .preparedQuery(sql)
                .execute(Tuple.of(accounts.toArray(String[]::new), gone.toArray(Long[]::new)))
                .map(rows -> rows.rowCount());
    }

    @Override
    public Uni<Integer> deleteBefore(SqlConnection transaction, Iterable<String> accounts, Instant oldest) {
        String sql = """
                delete from health_history h using unnest($1::text[]) as a (account_id)
                 where h.account_id = a.account_id and h.known_at < $2
                   and exists (select 1 from health_history later
                                where later.account_id = a.account_id and later.known_at < $2 and later.rev > h.rev)
                """;
        List<String> ids = new ArrayList<>();
        accounts.forEach(ids::add);
        return transaction
                .preparedQuery(sql)
                .execute(Tuple.of(ids.toArray(String[]::new), oldest.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount());
    }

    @Override
    public Uni<Void> stand(SqlConnection transaction, Walk walk) {
        String sql = "update history_sweep set thinning_to = $1, after_account = $2";
        return transaction
                .preparedQuery(sql)
                .execute(Tuple.of(walk.to().atOffset(ZoneOffset.UTC), walk.after()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> end(SqlConnection transaction, Walk walk) {
        String sql = "update history_sweep set thinned_to = $1, thinning_to = null, after_account = ''";
        return transaction
                .preparedQuery(sql)
                .execute(Tuple.of(walk.to().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }
}
