package io.playcaller.router.offboard.out;

import io.playcaller.contracts.register.Owner;
import io.playcaller.router.offboard.OwnedAccount;
import io.playcaller.router.offboard.ToolCopy;
import io.playcaller.router.store.Columns;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What belongs to somebody. */
@ApplicationScoped
public class PgBelongings {

    private static final String TASKS =
            "select task_id from task where open and assignee = $1 and task_id <> all($3) order by task_id limit $2";

    private static final String WITH_TASKS = """
            select distinct assignee from task
            where open and quarantined is null and assignee = any($1) order by assignee limit $2""";

    private static final String COPIES = """
            select copy.task_id, copy.connector, copy.external_id,
                   (select state from delivery
                    where delivery.task_id = copy.task_id and delivery.connector = copy.connector
                    order by rev desc, created_at desc limit 1)
            from task_in_tool as copy where copy.task_id = any($1) order by copy.task_id, copy.connector""";

    private static final String ACCOUNTS = """
            select account_id, name, tier, owners::text from account
            where owners @> jsonb_build_array(jsonb_build_object('staffId', $1::text))
            order by account_id limit $2""";

    /** Ids of their open tasks, snoozed ones too, without these. */
    public Uni<List<UUID>> openTasks(Transaction tx, String staffId, Collection<UUID> without, int most) {
        return tx.connection()
                .preparedQuery(TASKS)
                .execute(Tuple.of(staffId, (long) most, without.toArray(UUID[]::new)))
                .map(rows -> {
                    List<UUID> ids = new ArrayList<>();
                    rows.forEach(row -> ids.add(row.getUUID(0)));
                    return ids;
                });
    }

    /** At most so many of these people who have open tasks that can be read. */
    public Uni<List<String>> withTasks(Transaction tx, Collection<String> staffIds, int most) {
        return tx.connection()
                .preparedQuery(WITH_TASKS)
                .execute(Tuple.of(staffIds.toArray(String[]::new), (long) most))
                .map(rows -> {
                    List<String> people = new ArrayList<>();
                    rows.forEach(row -> people.add(row.getString(0)));
                    return people;
                });
    }

    /** These tasks in tools that have them, too. */
    public Uni<List<ToolCopy>> copies(Transaction tx, Collection<UUID> tasks) {
        return tx.connection()
                .preparedQuery(COPIES)
                .execute(Tuple.of((Object) tasks.toArray(UUID[]::new)))
                .map(rows -> {
                    List<ToolCopy> copies = new ArrayList<>();
                    rows.forEach(row -> copies.add(
                            new ToolCopy(row.getUUID(0), row.getString(1), row.getString(2), row.getString(3))));
                    return copies;
                });
    }

    /** Accounts that name them as an owner, in whatever role and time. */
    public Uni<List<OwnedAccount>> accounts(Transaction tx, String staffId, int most) {
        return tx.connection()
                .preparedQuery(ACCOUNTS)
                .execute(Tuple.of(staffId, (long) most))
                .map(rows -> {
                    List<OwnedAccount> owned = new ArrayList<>();
                    rows.forEach(row -> owned.add(owned(row)));
                    return owned;
                });
    }

    private static OwnedAccount owned(Row row) {
        return new OwnedAccount(
                row.getString(0),
                row.getString(1),
                row.getString(2),
                List.of(Columns.read(row.getString(3), Owner[].class)));
    }
}
