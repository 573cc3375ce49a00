package io.playcaller.router.account.out;

import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.router.store.Columns;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** When contracts were last renewed and when they ended. Of two versions the higher wins. */
@ApplicationScoped
public class PgContracts {

    private static final String CONTRACTS = """
            insert into contract (contract_id, account_id, version, stands, renewed_on, churned_on)
            select * from unnest($1::text[], $2::text[], $3::bigint[], $4::boolean[], $5::date[], $6::date[])
                as t (contract_id, account_id, version, stands, renewed_on, churned_on)
            order by contract_id
            on conflict (contract_id) do update set
                account_id = excluded.account_id, version = excluded.version, stands = excluded.stands,
                renewed_on = excluded.renewed_on, churned_on = excluded.churned_on
            where contract.version < excluded.version""";

    /** Writes contracts, each id once. */
    public Uni<Void> contracts(Transaction tx, Collection<ContractRecord> contracts) {
        Tuple rows = Tuple.tuple()
                .addArrayOfString(Columns.of(contracts, ContractRecord::contractId, String[]::new))
                .addArrayOfString(Columns.of(contracts, ContractRecord::accountId, String[]::new))
                .addArrayOfLong(Columns.of(contracts, ContractRecord::version, Long[]::new))
                .addArrayOfBoolean(Columns.of(contracts, ContractRecord::stands, Boolean[]::new))
                .addArrayOfLocalDate(Columns.of(contracts, one -> newest(one, MovementKind.RENEWAL), LocalDate[]::new))
                .addArrayOfLocalDate(Columns.of(contracts, one -> newest(one, MovementKind.CHURN), LocalDate[]::new));
        return contracts.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.connection().preparedQuery(CONTRACTS).execute(rows).replaceWithVoid();
    }

    private static @Nullable LocalDate newest(ContractRecord contract, MovementKind kind) {
        return contract.movements().stream()
                .filter(movement -> movement.kind() == kind)
                .map(ContractMovement::on)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
