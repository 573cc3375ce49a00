package io.playcaller.health.fold.out;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows turned into columns: one array parameter each, for {@code unnest}, so that a statement is one round trip however
 * many rows there are.
 *
 * @param <R> a row
 */
final class Columns<R> {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final Collection<R> rows;
    private final List<Object> parameters = new ArrayList<>();

    /** @param first parameters that stand before the columns */
    Columns(Collection<R> rows, Object... first) {
        this.rows = rows;
        parameters.addAll(List.of(first));
    }

    /** PostgreSQL has no text with U+0000 in it; a replacement character stands there instead. */
    Columns<R> texts(Function<R, @Nullable String> column) {
        return add(rows.stream().map(column).map(Columns::storable).toArray(String[]::new));
    }

    Columns<R> integers(Function<R, @Nullable Integer> column) {
        return add(rows.stream().map(column).toArray(Integer[]::new));
    }

    Columns<R> longs(Function<R, @Nullable Long> column) {
        return add(rows.stream().map(column).toArray(Long[]::new));
    }

    Columns<R> flags(Function<R, Boolean> column) {
        return add(rows.stream().map(column).toArray(Boolean[]::new));
    }

    Columns<R> uuids(Function<R, UUID> column) {
        return add(rows.stream().map(column).toArray(UUID[]::new));
    }

    Columns<R> bytes(Function<R, byte[]> column) {
        return add(rows.stream().map(column.andThen(Buffer::buffer)).toArray(Buffer[]::new));
    }

    Columns<R> buffers(Function<R, Buffer> column) {
        return add(rows.stream().map(column).toArray(Buffer[]::new));
    }

    Columns<R> times(Function<R, @Nullable Instant> column) {
        return add(rows.stream().map(column).map(Columns::utc).toArray(OffsetDateTime[]::new));
    }

    /** Runs the statement; without rows, it is not run. Answers how many rows it wrote. */
    Uni<Integer> execute(SqlClient client, String sql) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return query(client, sql).map(result -> result.rowCount());
    }

    /** Runs the statement, also without rows. */
    Uni<RowSet<Row>> query(SqlClient client, String sql) {
        return client.preparedQuery(sql).execute(Tuple.tuple(parameters));
    }

    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : text.replace('\0', '\uFFFD');
    }

    /** A time that somebody wrote beyond what PostgreSQL can hold stands at the end of it. */
    static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        if (instant == null) {
            return null;
        }
        Instant held = instant.isBefore(EARLIEST) ? EARLIEST : instant.isAfter(LATEST) ? LATEST : instant;
        return held.atOffset(ZoneOffset.UTC);
    }

    private Columns<R> add(Object column) {
        parameters.add(column);
        return this;
    }
}
