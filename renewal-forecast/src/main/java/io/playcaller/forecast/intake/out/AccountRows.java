package io.playcaller.forecast.intake.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.MergeLink;
import io.playcaller.contracts.register.ParentLink;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The table {@code account}. */
final class AccountRows {

    /** A row of before there was a body is filled by the same version, too. Of all this only the region is in portfolio figures. */
    private static final String ACCOUNTS = """
            insert into account (account_id, version, name, region, country, parent_id, body, merged_into)
            select * from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                $8::text[])
            on conflict (account_id) do update
            set version = excluded.version, name = excluded.name, region = excluded.region, country = excluded.country,
                parent_id = excluded.parent_id, body = excluded.body, merged_into = excluded.merged_into,
                changed = case when account.region is distinct from excluded.region
                    then excluded.changed else account.changed end
            where account.version < excluded.version
                or (account.version = excluded.version and account.body = '{}')""";

    private AccountRows() {}

    static Uni<Void> store(SqlConnection transaction, Collection<AccountRecord> accounts) {
        if (accounts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.wrap(new Object[] {
            texts(accounts, AccountRecord::accountId),
            accounts.stream().map(AccountRecord::version).toArray(Long[]::new),
            texts(accounts, AccountRecord::name),
            texts(accounts, AccountRecord::region),
            texts(accounts, AccountRecord::country),
            texts(accounts, AccountRows::newestParent),
            texts(accounts, account -> new String(WireJson.write(account), StandardCharsets.UTF_8)),
            texts(accounts, AccountRows::mergedInto)
        });
        return transaction.preparedQuery(ACCOUNTS).execute(columns).replaceWithVoid();
    }

    private static @Nullable String newestParent(AccountRecord account) {
        return account.parents().stream()
                .max(Comparator.comparing(ParentLink::from))
                .filter(link -> link.until() == null)
                .map(ParentLink::parentId)
                .orElse(null);
    }

    private static @Nullable String mergedInto(AccountRecord account) {
        MergeLink merge = account.mergedInto();
        return merge == null || merge.until() != null ? null : merge.accountId();
    }

    private static String[] texts(Collection<AccountRecord> accounts, Function<AccountRecord, @Nullable String> text) {
        return accounts.stream().map(text).toArray(String[]::new);
    }
}
