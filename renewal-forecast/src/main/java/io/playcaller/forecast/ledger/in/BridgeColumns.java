package io.playcaller.forecast.ledger.in;

import io.playcaller.forecast.csv.CsvTable;
import io.playcaller.forecast.ledger.Retention.Bridge;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of a bridge, which stand in the same order in every table. */
final class BridgeColumns {

    private static final Column FINAL_CHURN = new Column("finalChurn", Bridge::finalChurn);

    /** Of a period. */
    static final BridgeColumns OF_PERIOD = new BridgeColumns(List.of(
            new Column("currency", Bridge::currency),
            new Column("start", Bridge::start),
            new Column("churn", Bridge::churn),
            FINAL_CHURN,
            new Column("contraction", Bridge::contraction),
            new Column("expansion", Bridge::expansion),
            new Column("uplift", Bridge::uplift),
            new Column("newBusiness", Bridge::newBusiness),
            new Column("reactivated", Bridge::reactivated),
            new Column("fx", Bridge::fx),
            new Column("end", Bridge::end),
            new Column("logosAtStart", Bridge::logosAtStart),
            new Column("logosLost", Bridge::logosLost),
            new Column("grr", Bridge::grr),
            new Column("nrr", Bridge::nrr),
            new Column("logoRetention", Bridge::logoRetention)));

    /** Of a cohort, which does not tell what was lost for good. */
    static final BridgeColumns OF_COHORT = new BridgeColumns(OF_PERIOD.columns.stream()
            .filter(column -> !column.equals(FINAL_CHURN))
            .toList());

    private final List<Column> columns;

    private BridgeColumns(List<Column> columns) {
        this.columns = columns;
    }

    List<String> header() {
        return columns.stream().map(Column::name).toList();
    }

    /** Empty cells where there is no bridge. */
    List<String> cells(@Nullable Bridge bridge) {
        return bridge == null
                ? Collections.nCopies(columns.size(), "")
                : columns.stream()
                        .map(column -> CsvTable.cell(column.value().of(bridge)))
                        .toList();
    }

    private record Column(String name, Value value) {}

    private interface Value {

        /** Null when it is not known. */
        @Nullable
        Object of(Bridge bridge);
    }
}
