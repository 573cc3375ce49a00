package io.playcaller.forecast.portfolio.out;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import io.playcaller.forecast.portfolio.By;
import io.playcaller.forecast.portfolio.Renewal;
import io.playcaller.forecast.portfolio.Renewal.Traits;
import io.playcaller.forecast.renewal.Categories;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows of {@link PgRenewalTable}, by their columns' places: there may be a hundred thousand of them. */
record RenewalRows(List<Renewal> open, Set<String> closed) {

    static RenewalRows of(RowSet<Row> rows) {
        List<Renewal> open = new ArrayList<>(rows.size());
        Set<String> closed = new HashSet<>();
        Map<Traits, Traits> known = new HashMap<>();
        for (Row row : rows) {
            if (row.getBoolean(14)) {
                open.add(renewal(row, known));
            } else {
                closed.add(row.getString(0));
            }
        }
        return new RenewalRows(open, closed);
    }

    private static Renewal renewal(Row row, Map<Traits, Traits> known) {
        Traits traits = traits(row, 9);
        return new Renewal(
                row.getString(0),
                row.getString(1),
                row.getLocalDate(2),
                Categories.of(row.getString(3)).orElse(Category.UNKNOWN),
                row.getString(4),
                new ContractOutlook(
                        row.getLong(5),
                        row.getInteger(6),
                        row.getInteger(7),
                        row.getInteger(8),
                        StoredShares.read(row.getString(13))),
                known.computeIfAbsent(traits, same -> same),
                row.getBoolean(15));
    }

    /** Segment, tier, region and owner, from a column on. */
    static Traits traits(Row row, int first) {
        return new Traits(
                said(row, first), said(row, first + 1), said(row, first + 2), said(row, first + 3), By.UNKNOWN);
    }

    private static String said(Row row, int column) {
        String value = row.getString(column);
        return value == null ? By.UNKNOWN : value;
    }
}
