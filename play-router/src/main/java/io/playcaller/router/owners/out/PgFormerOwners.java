package io.playcaller.router.owners.out;

import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Open tasks of people who got them as owners of an account that is another's by our copy of the register. */
@ApplicationScoped
public class PgFormerOwners {

    private static final String TASKS = """
            select task.task_id
            from task join account on account.account_id = task.account_id
            where task.open and task.quarantined is null and task.assignee is not null
              and task.body #>> '{assignment,how}' in ('named-owner', 'hand-over')
              and not exists (
                  select 1 from jsonb_array_elements(account.owners) as one (owner)
                  where owner ->> 'role' = task.role and owner ->> 'staffId' = task.assignee
                    and (owner ->> 'from')::date <= $1 and coalesce((owner ->> 'until')::date > $1, true))
              and exists (
                  select 1 from jsonb_array_elements(account.owners) as one (owner)
                  where owner ->> 'role' = task.role and owner ->> 'staffId' = any($2)
                    and (owner ->> 'from')::date <= $1 and coalesce((owner ->> 'until')::date > $1, true))
            order by task.task_id limit $3""";

    /**
     * Their ids, at most so many. About midnight it may be another day for somebody: judge each again.
     *
     * @param here staff ids of those who may own one now
     */
    public Uni<List<UUID>> openTasks(Transaction tx, LocalDate day, Collection<String> here, int atMost) {
        return tx.connection()
                .preparedQuery(TASKS)
                .execute(Tuple.of(day, here.toArray(String[]::new), atMost))
                .map(rows -> {
                    List<UUID> ids = new ArrayList<>();
                    rows.forEach(row -> ids.add(row.getUUID(0)));
                    return ids;
                });
    }
}
