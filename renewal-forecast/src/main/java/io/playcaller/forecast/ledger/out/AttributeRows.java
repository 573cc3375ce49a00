package io.playcaller.forecast.ledger.out;

import io.playcaller.forecast.ledger.AccountAttributes;
import io.playcaller.forecast.ledger.AccountAttributes.OwnedBy;
import io.playcaller.forecast.ledger.AccountAttributes.ProfileSince;
import io.playcaller.forecast.ledger.Dimension;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What accounts are sliced by: the tables {@code account}, {@code account_profile} and {@code account_owner}. */
final class AttributeRows {

    private static final String REGIONS = "select account_id, region from account where region is not null";
    private static final String PROFILES = "select account_id, since, segment, tier from account_profile";
    private static final String OWNERS =
            "select account_id, staff_id, from_day, until_day from account_owner where role = 'csm'";

    private AttributeRows() {}

    private record Region(String accountId, String region) {}

    /** Those that {@code by} asks for. */
    static Uni<AccountAttributes> read(Pool pool, Set<Dimension> by) {
        boolean profiles = by.contains(Dimension.SEGMENT) || by.contains(Dimension.TIER);
        return all(pool, by.contains(Dimension.REGION), REGIONS, AttributeRows::region)
                .chain(regions -> all(pool, profiles, PROFILES, AttributeRows::profile)
                        .chain(known -> all(pool, by.contains(Dimension.OWNER), OWNERS, AttributeRows::owner)
                                .map(owners -> new AccountAttributes(byAccount(regions), known, owners))));
    }

    private static Map<String, String> byAccount(List<Region> regions) {
        Map<String, String> byAccount = new HashMap<>();
        regions.forEach(region -> byAccount.put(region.accountId(), region.region()));
        return byAccount;
    }

    private static Region region(Row row) {
        return new Region(row.getString("account_id"), row.getString("region"));
    }

    private static ProfileSince profile(Row row) {
        return new ProfileSince(
                row.getString("account_id"),
                row.getLocalDate("since"),
                row.getString("segment"),
                row.getString("tier"));
    }

    private static OwnedBy owner(Row row) {
        return new OwnedBy(
                row.getString("account_id"),
                row.getString("staff_id"),
                row.getLocalDate("from_day"),
                row.getLocalDate("until_day"));
    }

    private static <T> Uni<List<T>> all(Pool pool, boolean asked, String sql, Function<Row, T> reader) {
        return !asked
                ? Uni.createFrom().item(List.of())
                : pool.query(sql)
                        .execute()
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(rows -> {
                            List<T> all = new ArrayList<>(rows.size());
                            rows.forEach(row -> all.add(reader.apply(row)));
                            return all;
                        });
    }
}
