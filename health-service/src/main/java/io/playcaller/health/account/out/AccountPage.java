package io.playcaller.health.account.out;

import io.playcaller.health.account.AccountFilter;
import io.playcaller.health.account.AccountOrder;
import io.playcaller.health.account.AccountPlace;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The query of one page of accounts: those with a score in the order that was asked for, then those without one by id. Each
 * of the two goes along an index from where the page before ended, so that a page costs the same wherever it begins.
 */
final class AccountPage {

    private static final String COLUMNS = """
            select a.account_id, a.name, a.score, a.grade, a.confidence, a.segment, a.tier, a.stage, a.arr_minor,
                   a.arr_currency, a.changed_at, a.merged_into, a.merged_since, a.no_score, a.products,
                   exists (select 1 from quarantine q where q.account_id = a.account_id) as quarantined,
                   (select count(*) from signal s where s.account_id = a.account_id and s.is_open)::int as open_signals,
            """;

    private final AccountFilter filter;
    private final Conditions conditions;
    private final String column;
    private final String direction;
    private final String beyond;
    private final String text;

    AccountPage(AccountFilter filter, AccountOrder order, @Nullable AccountPlace after, int rows) {
        boolean ascending = order == AccountOrder.WORST || order == AccountOrder.SMALLEST;
        this.filter = filter;
        this.conditions = Conditions.of(filter).merged(filter.merged());
        this.column = switch (order) {
            case WORST, BEST -> "a.score";
            case SMALLEST, LARGEST -> "coalesce(a.arr_minor, -1)";
        };
        this.direction = ascending ? "asc" : "desc";
        this.beyond = ascending ? ">" : "<";
        this.text = text(after, rows);
    }

    String sql() {
        return text;
    }

    Tuple arguments() {
        return conditions.values();
    }

    private String text(@Nullable AccountPlace after, int rows) {
        String limit = "limit " + conditions.parameter(rows) + "::int";
        List<String> parts = new ArrayList<>();
        if (filter.scored().maybe(true) && (after == null || after.scored())) {
            parts.add("(" + with(after) + limit + ")");
        }
        if (filter.scored().maybe(false) || parts.isEmpty()) {
            parts.add("(" + without(after) + limit + ")");
        }
        return "select * from (%s) p order by p.score is null, p.order_value %2$s, p.account_id %2$s %3$s"
                .formatted(String.join(" union all ", parts), direction, limit);
    }

    private String with(@Nullable AccountPlace after) {
        String place = after == null
                ? ""
                : "and (%s, a.account_id) %s (%s::bigint, %s::text)"
                        .formatted(
                                column, beyond, conditions.parameter(after.value()), conditions.parameter(after.id()));
        return COLUMNS + """
                %1$s::bigint as order_value
                  from account_state a
                 where a.score is not null %2$s %3$s
                 order by %1$s %4$s, a.account_id %4$s
                """.formatted(column, conditions.sql(), place, direction);
    }

    private String without(@Nullable AccountPlace after) {
        String place = after == null || after.scored()
                ? ""
                : "and a.account_id %s %s::text".formatted(beyond, conditions.parameter(after.id()));
        return COLUMNS + """
                0::bigint as order_value
                  from account_listed a
                 where a.score is null %1$s %2$s
                 order by a.account_id %3$s
                """.formatted(conditions.sql(), place, direction);
    }
}
