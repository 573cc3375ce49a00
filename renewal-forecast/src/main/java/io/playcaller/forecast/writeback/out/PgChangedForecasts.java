package io.playcaller.forecast.writeback.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.forecast.process.RenewalLine;
import io.playcaller.forecast.writeback.Place;
import io.playcaller.forecast.writeback.app.ChangedForecasts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Reads the tables {@code forecast} and {@code renewal_standing}. */
@ApplicationScoped
public class PgChangedForecasts implements ChangedForecasts {

    private static final String NOW = "select playcaller_now() as now";

    private static final String AFTER = """
            select forecast.told_rev, forecast.told_at, forecast.body, standing.body as line
            from forecast left join renewal_standing standing on standing.contract_id = forecast.contract_id
            where forecast.open and (forecast.told_at, forecast.contract_id) > ($1, $2)
            order by forecast.told_at, forecast.contract_id
            limit $3""";

    private final Pool pool;

    PgChangedForecasts(Pool pool) {
        this.pool = pool;
    }

    /** The time is read first: what commits later than it is looked for again. */
    @Override
    public Uni<Slice> after(Place place, int limit) {
        return pool.query(NOW)
                .execute()
                .map(rows -> rows.iterator().next().getOffsetDateTime("now").toInstant())
                .chain(now -> changed(place, limit).map(changed -> new Slice(now, changed)));
    }

    private Uni<List<Changed>> changed(Place place, int limit) {
        return pool.preparedQuery(AFTER)
                .execute(Tuple.of(place.at().atOffset(ZoneOffset.UTC), place.id(), limit))
                .map(rows -> {
                    List<Changed> changed = new ArrayList<>(rows.size());
                    rows.forEach(row -> changed.add(changed(row)));
                    return changed;
                });
    }

    private static Changed changed(Row row) {
        String line = row.getString("line");
        return new Changed(
                row.getLong("told_rev"),
                row.getOffsetDateTime("told_at").toInstant(),
                read(row.getString("body"), RenewalForecast.class),
                line == null ? null : read(line, RenewalLine.class).finalCall());
    }

    private static <T> T read(String body, Class<T> type) {
        return WireJson.read(body.getBytes(StandardCharsets.UTF_8), type);
    }
}
