package io.playcaller.router.staff.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.router.staff.Workload;
import io.playcaller.router.staff.Workload.Load;
import io.playcaller.router.store.Columns;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What tasks say about the work of people, in one query. */
@ApplicationScoped
public class PgWorkloads {

    /**
     * Four kinds of rows: open minutes of a person; how many tasks began on their working day, counted up to the limit; tasks
     * of theirs that begin later; who had the last task of an account. Without a limit nothing is counted.
     */
    private static final String LOAD = """
            select 'open' as kind, assignee as id, sum(minutes)::bigint as number, null::timestamptz as at, null as who
            from task where open and assignee is not null group by assignee
            union all
            select 'begun', day.staff_id,
                   (select count(*) from (
                       select 1 from task
                       where assignee = day.staff_id and coalesce(starts_at, created_at) >= day.begins
                         and coalesce(starts_at, created_at) <= $3 and severity is distinct from 'CRITICAL'
                       limit $4::bigint) as counted),
                   null, null
            from unnest($1::text[], $2::timestamptz[]) as day (staff_id, begins) where $4::bigint > 0
            union all
            select 'later', assignee, 1, starts_at, null
            from task where open and assignee is not null and starts_at > $3 and severity is distinct from 'CRITICAL'
                and $4::bigint > 0
            union all
            (select distinct on (account_id) 'last', account_id, 0, created_at, assignee
             from task where account_id = any($5) and assignee is not null
             order by account_id, created_at desc)""";

    /**
     * The working day of a person.
     *
     * @param begins when what comes began to belong to it
     */
    public record PersonDay(String staffId, ZoneId zone, LocalDate date, Instant begins) {}

    /**
     * Loads what people have to do.
     *
     * @param limit of new tasks a day; 0 for none
     */
    public Uni<Workload> load(Transaction tx, List<PersonDay> days, Collection<String> accounts, int limit) {
        Tuple asked = Tuple.tuple()
                .addArrayOfString(Columns.of(days, PersonDay::staffId, String[]::new))
                .addArrayOfOffsetDateTime(Columns.of(days, day -> utc(day.begins()), OffsetDateTime[]::new))
                .addOffsetDateTime(utc(tx.now()))
                .addLong((long) limit)
                .addArrayOfString(accounts.toArray(String[]::new));
        return tx.connection().preparedQuery(LOAD).execute(asked).map(rows -> workload(rows, days));
    }

    private static Workload workload(RowSet<Row> rows, List<PersonDay> days) {
        Map<String, Integer> minutes = new HashMap<>();
        Map<String, Integer> begun = new HashMap<>();
        Map<String, List<Instant>> later = new HashMap<>();
        Map<String, String> lastOf = new HashMap<>();
        for (Row row : rows) {
            String id = row.getString(1);
            switch (row.getString(0)) {
                case "open" -> minutes.put(id, row.getLong(2).intValue());
                case "begun" -> begun.put(id, row.getLong(2).intValue());
                case "later" ->
                    later.computeIfAbsent(id, first -> new ArrayList<>())
                            .add(row.getOffsetDateTime(3).toInstant());
                default -> lastOf.put(id, row.getString(4));
            }
        }
        Map<String, Load> loads = new HashMap<>();
        days.forEach(day -> loads.put(
                day.staffId(),
                new Load(
                        day.date(),
                        day.zone(),
                        minutes.getOrDefault(day.staffId(), 0),
                        begun(
                                day,
                                begun.getOrDefault(day.staffId(), 0),
                                later.getOrDefault(day.staffId(), List.of())))));
        return new Workload(loads, lastOf);
    }

    private static Map<LocalDate, Integer> begun(PersonDay day, int today, List<Instant> later) {
        Map<LocalDate, Integer> byDay = new HashMap<>(Map.of(day.date(), today));
        later.forEach(at -> byDay.merge(LocalDate.ofInstant(at, day.zone()), 1, Integer::sum));
        return byDay;
    }
}
