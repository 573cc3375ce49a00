package io.playcaller.router.account.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.MergeLink;
import io.playcaller.contracts.register.Owner;
import io.playcaller.contracts.register.OwnersRecord;
import io.playcaller.router.account.KnownAccount;
import io.playcaller.router.run.CustomerFacts;
import io.playcaller.router.store.Columns;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Copies of accounts, of their owners and of their health. Of two versions the higher wins. */
@ApplicationScoped
public class PgAccounts {

    private static final String ACCOUNTS = """
            insert into account (account_id, version, name, country, industry, merged_into, zone)
            select * from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
                as t (account_id, version, name, country, industry, merged_into, zone)
            order by account_id
            on conflict (account_id) do update set
                version = excluded.version, name = excluded.name, country = excluded.country,
                industry = excluded.industry, merged_into = excluded.merged_into, zone = excluded.zone
            where account.version < excluded.version""";

    private static final String OWNERS = """
            insert into account (account_id, owners_version, owners)
            select account_id, version, owners::jsonb
            from unnest($1::text[], $2::bigint[], $3::text[]) as t (account_id, version, owners) order by account_id
            on conflict (account_id) do update set owners_version = excluded.owners_version, owners = excluded.owners
            where account.owners_version < excluded.owners_version""";

    /** What an account was before is read by the statement's own snapshot, in which it still stands. */
    private static final String HEALTH = """
            insert into account (account_id, health_rev, score, grade, last_touch_at, stage, stage_at, arr_minor,
                    arr_currency, tier, facts, severe_since, stage_rev)
            select account_id, rev, score, grade, last_touch_at, stage, stage_at, arr_minor, arr_currency, tier,
                   facts::jsonb, severe_since, rev
            from unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[], $5::timestamptz[], $6::text[],
                    $7::timestamptz[], $8::bigint[], $9::text[], $10::text[], $11::text[], $12::timestamptz[])
                as t (account_id, rev, score, grade, last_touch_at, stage, stage_at, arr_minor, arr_currency, tier, facts,
                      severe_since)
            order by account_id
            on conflict (account_id) do update set health_rev = excluded.health_rev, score = excluded.score,
                grade = excluded.grade, last_touch_at = excluded.last_touch_at,
                stage = excluded.stage, stage_at = excluded.stage_at,
                arr_minor = excluded.arr_minor, arr_currency = excluded.arr_currency, tier = excluded.tier,
                facts = excluded.facts, severe_since = excluded.severe_since,
                stage_rev = case when account.stage is distinct from excluded.stage
                    then excluded.stage_rev else account.stage_rev end
            where account.health_rev < excluded.health_rev
            returning account_id, stage_rev = health_rev as stage_changed,
                coalesce((select account.severe_since is null or account.severe_since > before.severe_since
                          from account as before
                          where before.account_id = account.account_id and before.severe_since is not null), false),
                (select before.tier from account as before
                 where before.account_id = account.account_id and before.tier is distinct from account.tier
                   and before.arr_minor is not null and account.arr_minor is not null)""";

    private static final String WITH_SEVERE_TICKET = """
            select account_id from account where account_id = any($1) and severe_since is not null
            union
            select account_id from signal
            where account_id = any($1) and open and body ->> 'reason' = 'sup.severe_open'""";

    private static final String FIND = """
            select account_id, name, owners::text, owners_version, stage, stage_at, country, industry from account
            where account_id = any($1)""";

    /** Health of an account at a revision. */
    public record HealthCopy(long rev, HealthChanged health) {

        /** Null when all that it was measured by went away: what is told then is the last score that there was. */
        @Nullable
        Long score() {
            return health.confidence() == 0 ? null : health.score();
        }

        @Nullable
        String grade() {
            return health.confidence() == 0 ? null : health.grade().name();
        }

        @Nullable
        Money arr() {
            return health.profile().arr();
        }
    }

    /**
     * Accounts whose health was news.
     *
     * @param inAnotherStage of their life now
     * @param ticketMoved whose oldest open ticket of severity 1 is solved, or no such ticket any more
     * @param formerTiers of those that are in another tier now and had a contract before, by account
     */
    public record HealthNews(
            Set<String> accounts,
            Set<String> inAnotherStage,
            Set<String> ticketMoved,
            Map<String, String> formerTiers) {

        HealthNews() {
            this(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashMap<>());
        }
    }

    /** Writes accounts, each id once. */
    public Uni<Void> accounts(Transaction tx, Collection<AccountRecord> accounts) {
        Tuple rows = Tuple.tuple()
                .addArrayOfString(Columns.of(accounts, AccountRecord::accountId, String[]::new))
                .addArrayOfLong(Columns.of(accounts, AccountRecord::version, Long[]::new))
                .addArrayOfString(Columns.of(accounts, AccountRecord::name, String[]::new))
                .addArrayOfString(Columns.of(accounts, AccountRecord::country, String[]::new))
                .addArrayOfString(Columns.of(accounts, AccountRecord::industry, String[]::new))
                .addArrayOfString(Columns.of(accounts, PgAccounts::mergedInto, String[]::new))
                .addArrayOfString(Columns.of(accounts, AccountRecord::zone, String[]::new));
        return accounts.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.connection().preparedQuery(ACCOUNTS).execute(rows).replaceWithVoid();
    }

    private static @Nullable String mergedInto(AccountRecord account) {
        MergeLink merge = account.mergedInto();
        return merge == null || merge.until() != null ? null : merge.accountId();
    }

    /** Writes owners, each account once. */
    public Uni<Void> owners(Transaction tx, Collection<OwnersRecord> owners) {
        Tuple rows = Tuple.of(
                Columns.of(owners, OwnersRecord::accountId, String[]::new),
                Columns.of(owners, OwnersRecord::version, Long[]::new),
                Columns.of(owners, all -> Columns.json(all.owners()), String[]::new));
        return owners.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.connection().preparedQuery(OWNERS).execute(rows).replaceWithVoid();
    }

    /** Writes health, each account once, and answers for whom it was news. */
    public Uni<HealthNews> health(Transaction tx, Collection<HealthCopy> health) {
        Tuple rows = Tuple.tuple()
                .addArrayOfString(Columns.of(health, copy -> copy.health().accountId(), String[]::new))
                .addArrayOfLong(Columns.of(health, HealthCopy::rev, Long[]::new))
                .addArrayOfLong(Columns.of(health, HealthCopy::score, Long[]::new))
                .addArrayOfString(Columns.of(health, HealthCopy::grade, String[]::new))
                .addArrayOfOffsetDateTime(Columns.of(health, PgAccounts::lastTouch, OffsetDateTime[]::new))
                .addArrayOfString(
                        Columns.of(health, copy -> copy.health().profile().stage(), String[]::new))
                .addArrayOfOffsetDateTime(
                        Columns.of(health, copy -> utc(copy.health().knownAt()), OffsetDateTime[]::new))
                .addArrayOfLong(Columns.of(health, PgAccounts::arrMinor, Long[]::new))
                .addArrayOfString(Columns.of(health, PgAccounts::arrCurrency, String[]::new))
                .addArrayOfString(
                        Columns.of(health, copy -> copy.health().profile().tier(), String[]::new))
                .addArrayOfString(
                        Columns.of(health, copy -> Columns.json(CustomerFacts.of(copy.health())), String[]::new))
                .addArrayOfOffsetDateTime(Columns.of(health, PgAccounts::severeSince, OffsetDateTime[]::new));
        return tx.connection().preparedQuery(HEALTH).execute(rows).map(found -> {
            HealthNews news = new HealthNews();
            for (Row row : found) {
                news.accounts().add(row.getString(0));
                if (row.getBoolean(1)) {
                    news.inAnotherStage().add(row.getString(0));
                }
                if (row.getBoolean(2)) {
                    news.ticketMoved().add(row.getString(0));
                }
                if (row.getString(3) != null) {
                    news.formerTiers().put(row.getString(0), row.getString(3));
                }
            }
            return news;
        });
    }

    private static @Nullable OffsetDateTime lastTouch(HealthCopy copy) {
        return copy.health().lastTouchAt() == null ? null : utc(copy.health().lastTouchAt());
    }

    private static @Nullable OffsetDateTime severeSince(HealthCopy copy) {
        return copy.health().severeSince() == null ? null : utc(copy.health().severeSince());
    }

    private static @Nullable Long arrMinor(HealthCopy copy) {
        Money arr = copy.arr();
        return arr == null ? null : arr.minor();
    }

    private static @Nullable String arrCurrency(HealthCopy copy) {
        Money arr = copy.arr();
        return arr == null ? null : arr.currency();
    }

    /** What is known of accounts, by id. */
    public Uni<Map<String, KnownAccount>> find(Transaction tx, Collection<String> accounts) {
        return tx.connection()
                .preparedQuery(FIND)
                .execute(Tuple.of((Object) accounts.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, KnownAccount> found = new HashMap<>();
                    rows.forEach(row -> found.put(row.getString(0), known(row)));
                    return found;
                });
    }

    /** Those of them of which a severe ticket is open: of severity 1, or, of severity 2, for so long that it is a signal. */
    public Uni<Set<String>> withSevereTicket(Transaction tx, Collection<String> accounts) {
        return accounts.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : tx.connection()
                        .preparedQuery(WITH_SEVERE_TICKET)
                        .execute(Tuple.of((Object) accounts.toArray(String[]::new)))
                        .map(rows -> {
                            Set<String> found = new HashSet<>();
                            rows.forEach(row -> found.add(row.getString(0)));
                            return found;
                        });
    }

    private static KnownAccount known(Row row) {
        OffsetDateTime stageAt = row.getOffsetDateTime(5);
        return new KnownAccount(
                row.getString(1),
                List.of(Columns.read(row.getString(2), Owner[].class)),
                row.getLong(3),
                row.getString(4),
                stageAt == null ? null : stageAt.toInstant(),
                row.getString(6),
                row.getString(7));
    }
}
