package io.playcaller.ingest.source.out;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.ingest.postgres.out.Rows;
import io.playcaller.ingest.source.Source;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows of the table of sources. */
public final class SourceRows {

    public static final String ALL =
            "select name, feeds, quiet_after_seconds, events_per_second, last_seen from source order by name";

    private SourceRows() {}

    /** A row of {@link #ALL}. */
    public static Source source(Row row) {
        return new Source(
                row.getString(0),
                constants(row.getArrayOfStrings(1), Feed.class),
                Duration.ofSeconds(row.getLong(2)),
                row.getInteger(3),
                Rows.instant(row.getOffsetDateTime(4)));
    }

    static String[] names(Set<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    static <E extends Enum<E>> Set<E> constants(String[] names, Class<E> type) {
        return Arrays.stream(names)
                .map(name -> Enum.valueOf(type, name))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
    }
}
