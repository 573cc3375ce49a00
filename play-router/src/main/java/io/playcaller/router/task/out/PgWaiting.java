package io.playcaller.router.task.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Finds tasks that wait for a later day. */
@ApplicationScoped
public class PgWaiting {

    private static final String WHO = """
            select assignee from task
            where open and quarantined is null and starts_at is not null and starts_at > $1 and assignee is not null
            group by assignee having count(*) > 1 order by assignee""";

    private static final String OF = """
            select task_id from task
            where open and quarantined is null and starts_at is not null and starts_at > $1 and assignee = $2
            order by task_id limit $3""";

    /** People for whom more than one waits. */
    public Uni<List<String>> who(Transaction tx) {
        return tx.connection()
                .preparedQuery(WHO)
                .execute(Tuple.of(utc(tx.now())))
                .map(rows -> {
                    List<String> people = new ArrayList<>();
                    rows.forEach(row -> people.add(row.getString(0)));
                    return people;
                });
    }

    /** At most so many of those that wait for one. */
    public Uni<List<UUID>> of(Transaction tx, String assignee, int most) {
        return tx.connection()
                .preparedQuery(OF)
                .execute(Tuple.of(utc(tx.now()), assignee, (long) most))
                .map(rows -> {
                    List<UUID> ids = new ArrayList<>();
                    rows.forEach(row -> ids.add(row.getUUID(0)));
                    return ids;
                });
    }
}
