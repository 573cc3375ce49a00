package io.playcaller.forecast.process.out;

import io.playcaller.contracts.WireJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Sets of rows as parameters, an array per column. */
final class Columns {

    private Columns() {}

    static <T, C> C[] of(Collection<T> rows, Function<T, C> value, IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    static Uni<Void> run(SqlConnection transaction, String sql, @Nullable Object... parameters) {
        return transaction.preparedQuery(sql).execute(Tuple.wrap(parameters)).replaceWithVoid();
    }

    /** The same; where there are no rows nothing is said. */
    static Uni<Void> store(SqlConnection transaction, String sql, @Nullable Object... columns) {
        return ((Object[]) columns[0]).length == 0 ? Uni.createFrom().voidItem() : run(transaction, sql, columns);
    }

    /** One statement per row, sent together: for rows that hold lists, which {@code unnest} would take apart. */
    static <T> Uni<Void> each(SqlConnection transaction, String sql, Collection<T> rows, Function<T, Tuple> tuple) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(sql)
                        .executeBatch(rows.stream().map(tuple).toList())
                        .replaceWithVoid();
    }

    static String json(Object data) {
        return new String(WireJson.write(data), StandardCharsets.UTF_8);
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
