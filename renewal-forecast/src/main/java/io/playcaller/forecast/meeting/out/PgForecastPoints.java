package io.playcaller.forecast.meeting.out;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.engine.meeting.ForecastPoint;
import io.playcaller.forecast.meeting.app.ForecastPoints;
import io.playcaller.forecast.renewal.Categories;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads {@code forecast} and {@code forecast_snapshot}. */
@ApplicationScoped
public class PgForecastPoints implements ForecastPoints {

    private static final String FORECASTS = """
            select contract_id, account_id, arr_minor, currency, renews, category from forecast where open""";

    private static final String FORECASTS_ON = """
            select forecast.contract_id, forecast.account_id, kept.arr_minor, kept.currency, kept.renews, kept.category
            from forecast cross join lateral (
                select arr_minor, currency, renews, category
                from forecast_snapshot
                where forecast_snapshot.contract_id = forecast.contract_id
                  and forecast_snapshot.day <= $1 and forecast_snapshot.day > $2
                order by forecast_snapshot.day desc
                limit 1) kept""";

    private static final int WEEK = 7;

    private final Pool pool;

    PgForecastPoints(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<ForecastPoint>> forecasts() {
        return all(FORECASTS, Tuple.tuple(), PgForecastPoints::point);
    }

    @Override
    public Uni<List<ForecastPoint>> forecastsOn(LocalDate day) {
        return all(FORECASTS_ON, Tuple.of(day, day.minusDays(WEEK)), PgForecastPoints::point);
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

    private <T> Uni<List<T>> all(String sql, Tuple parameters, Function<Row, T> reader) {
        return pool.preparedQuery(sql).execute(parameters).map(rows -> {
            List<T> all = new ArrayList<>(rows.size());
            rows.forEach(row -> all.add(reader.apply(row)));
            return all;
        });
    }
}
