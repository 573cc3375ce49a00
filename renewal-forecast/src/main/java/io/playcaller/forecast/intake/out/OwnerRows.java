package io.playcaller.forecast.intake.out;

import io.playcaller.contracts.register.Owner;
import io.playcaller.contracts.register.OwnersRecord;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** The tables {@code account_owner}, all owners of an account by its newest record, and {@code owners_told}, when it came. */
final class OwnerRows {

    private record Row(String accountId, long version, Owner owner) {}

    private static final String OLDER_GO = """
            delete from account_owner
            using unnest($1::text[], $2::bigint[]) as told (account_id, version)
            where account_owner.account_id = told.account_id and account_owner.version < told.version""";

    private static final String TOLD = """
            insert into owners_told (account_id)
            select * from unnest($1::text[])
            on conflict (account_id) do update set changed = excluded.changed""";

    private static final String OWNERS = """
            insert into account_owner (account_id, version, role, staff_id, from_day, until_day)
            select account_id, version, role, staff_id, from_day, until_day
            from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::date[], $6::date[])
                as told (account_id, version, role, staff_id, from_day, until_day)
            where not exists (
                select from account_owner newer
                where newer.account_id = told.account_id and newer.version > told.version)
            on conflict do nothing""";

    private OwnerRows() {}

    static Uni<Void> store(SqlConnection transaction, Collection<OwnersRecord> told) {
        if (told.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple accounts = Tuple.of(
                told.stream().map(OwnersRecord::accountId).toArray(String[]::new),
                told.stream().map(OwnersRecord::version).toArray(Long[]::new));
        return transaction
                .preparedQuery(OLDER_GO)
                .execute(accounts)
                .chain(() -> transaction
                        .preparedQuery(TOLD)
                        .execute(Tuple.of(
                                told.stream().map(OwnersRecord::accountId).toArray(String[]::new))))
                .chain(() -> insert(
                        transaction,
                        told.stream()
                                .flatMap(record -> record.owners().stream()
                                        .map(owner -> new Row(record.accountId(), record.version(), owner)))
                                .toList()));
    }

    private static Uni<Void> insert(SqlConnection transaction, List<Row> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.wrap(new Object[] {
            rows.stream().map(Row::accountId).toArray(String[]::new),
            rows.stream().map(Row::version).toArray(Long[]::new),
            rows.stream().map(row -> row.owner().role()).toArray(String[]::new),
            rows.stream().map(row -> row.owner().staffId()).toArray(String[]::new),
            rows.stream().map(row -> row.owner().from()).toArray(LocalDate[]::new),
            rows.stream().map(row -> row.owner().until()).toArray(LocalDate[]::new)
        });
        return transaction.preparedQuery(OWNERS).execute(columns).replaceWithVoid();
    }
}
