package io.playcaller.router.handover.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.Owner;
import io.playcaller.router.handover.AccountHandOver;
import io.playcaller.router.store.Columns;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of hand-overs, for those who wait for it. */
@ApplicationScoped
public class PgAnsweredHandOvers {

    private static final String ACCEPTED = """
            select account_id, role, max((body ->> 'answeredAt')::timestamptz) from hand_over
            where account_id = any($1) and state in ('accepted', 'effective') group by account_id, role""";

    /** One of an account and role is open at a time, so that the one that was proposed last was answered last. */
    private static final String REJECTED = """
            select hand_over.body::text, account.name, account.arr_minor, account.arr_currency, account.owners::text
            from hand_over left join account on account.account_id = hand_over.account_id
            where hand_over.state = 'rejected' and not hand_over.settled and hand_over.proposed_at > $1
              and account.merged_into is null
              and not exists (
                  select 1 from hand_over later
                  where later.account_id = hand_over.account_id and later.role = hand_over.role
                    and later.proposed_at > hand_over.proposed_at and later.state <> 'proposed')
            order by hand_over.hand_over_id""";

    /**
     * A hand-over that was rejected, and no other answered since.
     *
     * @param accountName null where none is known
     * @param arr of the account's open contracts; null without one
     * @param owners of the account by the register, and by hand-overs since
     */
    public record Rejected(
            AccountHandOver handOver,
            @Nullable String accountName,
            @Nullable Money arr,
            List<Owner> owners) {

        public Rejected {
            owners = List.copyOf(owners);
        }
    }

    /** When a hand-over was accepted last, by account and role; what is not here never was. */
    public Uni<Map<String, Map<String, Instant>>> accepted(Transaction tx, Collection<String> accounts) {
        return tx.connection()
                .preparedQuery(ACCEPTED)
                .execute(Tuple.of((Object) accounts.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Map<String, Instant>> accepted = new HashMap<>();
                    rows.forEach(row -> accepted.computeIfAbsent(row.getString(0), any -> new HashMap<>())
                            .put(row.getString(1), row.getOffsetDateTime(2).toInstant()));
                    return accepted;
                });
    }

    /**
     * Of each account and role the last, where it was rejected and proposed after an instant; not of accounts that became others, nor what
     * was rejected before that was a risk.
     */
    public Uni<List<Rejected>> rejected(Transaction tx, Instant since) {
        return tx.connection()
                .preparedQuery(REJECTED)
                .execute(Tuple.of(utc(since)))
                .map(rows -> {
                    List<Rejected> rejected = new ArrayList<>();
                    rows.forEach(row -> rejected.add(rejected(row)));
                    return rejected;
                });
    }

    private static Rejected rejected(Row row) {
        Long minor = row.getLong(2);
        String owners = row.getString(4);
        return new Rejected(
                Columns.read(row.getString(0), AccountHandOver.class),
                row.getString(1),
                minor == null ? null : new Money(minor, row.getString(3)),
                owners == null ? List.of() : List.of(Columns.read(owners, Owner[].class)));
    }
}
