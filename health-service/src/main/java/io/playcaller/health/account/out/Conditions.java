package io.playcaller.health.account.out;

import io.playcaller.health.account.AccountFilter;
import io.playcaller.health.account.AccountFilter.Merged;
import io.playcaller.health.account.NoScore;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of one query over accounts, named {@code a}: only those that were asked for, so that PostgreSQL can plan
 * with them. Values are parameters; text is constant.
 */
final class Conditions {

    private static final String IN_QUARANTINE = "exists (select 1 from quarantine q where q.account_id = a.account_id)";

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /** All of a filter but what it says of merged accounts. */
    static Conditions of(AccountFilter filter) {
        Conditions conditions = new Conditions()
                .and("a.grade = %s::text", filter.kind().grade())
                .and("a.segment = %s::text", filter.kind().segment())
                .and("a.tier = %s::text", filter.kind().tier())
                .and("a.stage = %s::text", filter.kind().stage())
                .and("a.confidence >= %s::int", filter.confidence().least())
                .and("a.confidence <= %s::int", filter.confidence().most());
        if (filter.changedSince() != null) {
            conditions.and(
                    "a.changed_at >= %s::timestamptz", filter.changedSince().atOffset(ZoneOffset.UTC));
        }
        if (filter.reason() != null) {
            conditions.and("""
                    exists (select 1 from signal s
                             where s.account_id = a.account_id and s.is_open and s.reasons @> array[%s::text])
                    """, filter.reason().code());
        }
        return conditions.using(filter.kind().using()).owned(filter.owned()).scored(filter.scored());
    }

    Conditions merged(Merged merged) {
        return switch (merged) {
            case EXCLUDE -> and("a.merged_into is null");
            case ONLY -> and("a.merged_into is not null");
            case INCLUDE -> this;
        };
    }

    /** The first half is what the index of products is over. */
    private Conditions using(AccountFilter.@Nullable Using using) {
        return using == null
                ? this
                : and(
                        "a.products <> '{}' and a.products && %s::text[]",
                        using.entries().toArray(String[]::new));
    }

    private Conditions owned(AccountFilter.@Nullable Owned owned) {
        if (owned == null) {
            return this;
        }
        String staff = parameter(owned.staffId());
        String day = parameter(owned.day());
        return and("""
                a.owners @> array[%1$s::text]
                and exists (select 1 from unnest(a.owners, a.owners_from, a.owners_until) as o (staff_id, since, until)
                             where o.staff_id = %1$s::text and o.since <= %2$s::date and o.until > %2$s::date)
                """.formatted(staff, day));
    }

    private Conditions scored(AccountFilter.Scored scored) {
        if (scored.yes() != null) {
            and(scored.yes() ? "a.score is not null" : "a.score is null");
        }
        if (scored.why() == NoScore.QUARANTINED) {
            return and("a.score is null and " + IN_QUARANTINE);
        }
        return scored.why() == null
                ? this
                : and("a.score is null and not " + IN_QUARANTINE)
                        .and(
                                "coalesce(a.no_score, 'collecting') = %s::text",
                                scored.why().code());
    }

    Conditions and(String condition) {
        sql.append(" and ").append(condition);
        return this;
    }

    /** @param condition {@code %s} stands for the value; without one it is left out */
    private Conditions and(String condition, @Nullable Object value) {
        return value == null ? this : and(condition.formatted(parameter(value)));
    }

    /** The place of a value in the text. */
    String parameter(Object value) {
        values.add(value);
        return "$" + values.size();
    }

    String sql() {
        return sql.toString();
    }

    Tuple values() {
        return Tuple.tuple(values);
    }
}
