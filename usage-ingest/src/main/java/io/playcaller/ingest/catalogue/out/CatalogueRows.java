package io.playcaller.ingest.catalogue.out;

import io.playcaller.ingest.catalogue.CatalogueEntry;
import io.playcaller.ingest.catalogue.NameRule;
import io.playcaller.ingest.catalogue.NameRules;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rows of the catalogue. */
final class CatalogueRows {

    private static final int OF_A_RULE = 8;

    private CatalogueRows() {}

    /** Source, name, first and last seen, events, meaningful and excluded ones, days, and a rule or nothing. */
    static List<CatalogueEntry> entries(RowSet<Row> rows) {
        List<CatalogueEntry> entries = new ArrayList<>();
        for (Row row : rows) {
            entries.add(new CatalogueEntry(
                    row.getString(0),
                    row.getString(1),
                    instant(row.getOffsetDateTime(2)),
                    instant(row.getOffsetDateTime(3)),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    days((JsonObject) row.getJson(7)),
                    row.getString(OF_A_RULE) == null ? null : rule(row, OF_A_RULE)));
        }
        return entries;
    }

    /** Source, events. */
    static Map<String, Long> bySource(RowSet<Row> rows) {
        Map<String, Long> events = new HashMap<>();
        for (Row row : rows) {
            events.put(row.getString(0), row.getLong(1));
        }
        return events;
    }

    /** Name, meaningful, counts_as, counts_from. */
    static NameRules rules(RowSet<Row> rows) {
        Map<String, NameRule> rules = new HashMap<>();
        for (Row row : rows) {
            rules.put(row.getString(0), rule(row, 0));
        }
        return new NameRules(rules);
    }

    private static NameRule rule(Row row, int from) {
        String countsAs = row.getString(from + 2);
        return new NameRule(
                row.getString(from),
                row.getBoolean(from + 1),
                countsAs == null ? null : new NameRule.Alias(countsAs, instant(row.getOffsetDateTime(from + 3))));
    }

    private static SortedMap<LocalDate, Long> days(@Nullable JsonObject days) {
        SortedMap<LocalDate, Long> events = new TreeMap<>();
        if (days != null) {
            days.fieldNames().forEach(day -> events.put(LocalDate.parse(day), days.getLong(day)));
        }
        return events;
    }

    private static Instant instant(@Nullable OffsetDateTime time) {
        return Objects.requireNonNull(time).toInstant();
    }
}
