package io.playcaller.forecast.portfolio.out;

import io.playcaller.forecast.portfolio.Holding;
import io.playcaller.forecast.portfolio.Renewal.Traits;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What contracts are to the portfolio beside their forecasts, with what their accounts are, by their columns' places. {@code $1} is today.
 *
 * @param gone contracts that are nothing to it any more
 */
record HoldingRows(List<Holding> held, Set<String> gone) {

    static final String ALL = """
            select book.contract_id, book.account_id, book.body, health.segment, health.tier, account.region, owner.staff_id
            from contract_book book
                left join account on account.account_id = book.account_id
                left join health on health.account_id = book.account_id
                left join (
                    select distinct on (account_id) account_id, staff_id
                    from account_owner
                    where role = 'csm' and from_day <= $1 and (until_day is null or until_day > $1)
                    order by account_id, from_day desc, staff_id) owner on owner.account_id = book.account_id""";

    /** Those that changed in transaction {@code $2} or later. */
    static final String CHANGED = """
            with changed as (
                select contract_id from contract_book where changed >= $2
                union
                select contract_book.contract_id
                from (
                        select account_id from account where changed >= $2
                        union
                        select account_id from health where changed >= $2
                        union
                        select account_id from owners_told where changed >= $2) touched
                    join contract_book on contract_book.account_id = touched.account_id)
            select book.contract_id, book.account_id, book.body, health.segment, health.tier, account.region, owner.staff_id
            from changed
                join contract_book book on book.contract_id = changed.contract_id
                left join account on account.account_id = book.account_id
                left join health on health.account_id = book.account_id
                left join lateral (
                    select staff_id
                    from account_owner
                    where account_id = book.account_id and role = 'csm' and from_day <= $1
                        and (until_day is null or until_day > $1)
                    order by from_day desc, staff_id
                    limit 1) owner on true""";

    static HoldingRows of(RowSet<Row> rows, LocalDate today) {
        List<Holding> held = new ArrayList<>(rows.size());
        Set<String> gone = new HashSet<>();
        Map<Traits, Traits> known = new HashMap<>();
        for (Row row : rows) {
            String contract = row.getString(0);
            Traits traits = known.computeIfAbsent(RenewalRows.traits(row, 3), same -> same);
            Optional<Holding> holding =
                    PgContractBooks.book(row.getString(2)).on(today, contract, row.getString(1), traits);
            holding.ifPresent(held::add);
            if (holding.isEmpty()) {
                gone.add(contract);
            }
        }
        return new HoldingRows(held, gone);
    }
}
