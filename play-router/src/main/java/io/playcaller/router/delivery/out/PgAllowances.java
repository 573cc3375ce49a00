package io.playcaller.router.delivery.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.router.delivery.Allowance;
import io.playcaller.router.delivery.app.Allowances.Heard;
import io.playcaller.router.store.Columns;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What tools said of their allowances, to whichever replica. */
@ApplicationScoped
public class PgAllowances {

    /** Sorted by connector, so that two replicas lock in one order. */
    private static final String NOTE = """
            insert into tool_allowance (connector, used, allowed, heard_at, much_at, most_at)
            select heard.connector, heard.used, heard.allowed, $4::timestamptz,
                   case when heard.percent >= %d then $4::timestamptz end,
                   case when heard.percent >= %d then $4::timestamptz end
            from unnest($1::text[], $2::bigint[], $3::bigint[], $5::int[]) as heard (connector, used, allowed, percent)
            order by heard.connector
            on conflict (connector) do update set
                used = excluded.used, allowed = excluded.allowed, heard_at = excluded.heard_at,
                much_at = coalesce(excluded.much_at, tool_allowance.much_at),
                most_at = coalesce(excluded.most_at, tool_allowance.most_at)
            """.formatted(Allowance.MUCH, Allowance.MOST);

    private static final String STANDING = """
            select connector, used, allowed, much_at >= $1::timestamptz, most_at >= $1::timestamptz
            from tool_allowance order by connector""";

    /** So long what was said is warned of. */
    private static final Duration WARNED = Duration.ofDays(1);

    /**
     * How a tool's allowance stands.
     *
     * @param told of how many percent is to be warned; empty where of none
     */
    public record Standing(String connector, Allowance last, Optional<Integer> told) {}

    /** What a replica heard, by connector. */
    public Uni<Void> note(Transaction tx, Map<String, Heard> heard) {
        if (heard.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple rows = Tuple.tuple()
                .addArrayOfString(Columns.of(heard.entrySet(), Map.Entry::getKey, String[]::new))
                .addArrayOfLong(Columns.of(heard.values(), one -> one.last().used(), Long[]::new))
                .addArrayOfLong(Columns.of(heard.values(), one -> one.last().allowed(), Long[]::new))
                .addOffsetDateTime(utc(tx.now()))
                .addArrayOfInteger(Columns.of(heard.values(), one -> one.worst().percent(), Integer[]::new));
        return tx.connection().preparedQuery(NOTE).execute(rows).replaceWithVoid();
    }

    public Uni<List<Standing>> standing(Transaction tx) {
        Instant since = tx.now().minus(WARNED);
        return tx.connection()
                .preparedQuery(STANDING)
                .execute(Tuple.of(utc(since)))
                .map(rows -> {
                    List<Standing> standing = new ArrayList<>();
                    rows.forEach(row -> standing.add(standing(row)));
                    return standing;
                });
    }

    private static Standing standing(Row row) {
        Optional<Integer> told = isTrue(row.getBoolean(4))
                ? Optional.of(Allowance.MOST)
                : isTrue(row.getBoolean(3)) ? Optional.of(Allowance.MUCH) : Optional.empty();
        return new Standing(row.getString(0), new Allowance(row.getLong(1), row.getLong(2)), told);
    }

    /** Of a time that never was nothing is known. */
    private static boolean isTrue(@Nullable Boolean found) {
        return Boolean.TRUE.equals(found);
    }
}
