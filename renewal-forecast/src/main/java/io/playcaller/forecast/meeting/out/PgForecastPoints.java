package io.playcaller.forecast.meeting.out;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.engine.meeting.ForecastPoint;
import io.playcaller.forecast.meeting.app.ForecastPoints;
import io.playcaller.forecast.renewal.Categories;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code forecast}. */
@ApplicationScoped
public class PgForecastPoints implements ForecastPoints {

    private static final String FORECASTS = """
            select contract_id, account_id, arr_minor, currency, renews, category from forecast where open""";

    private final Pool pool;

    PgForecastPoints(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<ForecastPoint>> forecasts() {
        return pool.query(FORECASTS).execute().map(rows -> {
            List<ForecastPoint> points = new ArrayList<>(rows.size());
            rows.forEach(row -> points.add(point(row)));
            return points;
        });
    }

    private static ForecastPoint point(Row row) {
        return new ForecastPoint(
                row.getString("contract_id"),
                row.getString("account_id"),
                new Money(row.getLong("arr_minor"), row.getString("currency")),
                row.getInteger("renews"),
                category(row));
    }

    private static Category category(Row row) {
        return Categories.of(row.getString("category")).orElse(Category.UNKNOWN);
    }
}
