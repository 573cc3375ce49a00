package io.playcaller.forecast.outcome.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.forecast.Category;
import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.forecast.engine.contract.HealthView;
import io.playcaller.forecast.engine.contract.OpenSignal;
import io.playcaller.forecast.engine.review.Turn;
import io.playcaller.forecast.outcome.KnownBefore;
import io.playcaller.forecast.renewal.Categories;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads of the table {@code forecast_snapshot} what was known before contracts turned. */
final class KnownRows {

    /** Days without a snapshot that are bridged: the service may have been down. */
    private static final int BRIDGED_DAYS = 30;

    /** Forecasts that are in memory as they were kept. */
    private static final int AT_ONCE = 2_000;

    private static final String KNOWN = """
            select turn.contract_id, turn.turned_on, kept.day, kept.category, kept.renews, kept.body, kept.inputs
            from unnest($1::text[], $2::date[]) as turn (contract_id, turned_on)
            cross join lateral (
                select day, category, renews, body, inputs
                from forecast_snapshot
                where forecast_snapshot.contract_id = turn.contract_id
                    and day <= turn.turned_on - $3::int and day > turn.turned_on - $3::int - $4::int
                order by day desc
                limit 1) as kept
            order by turn.contract_id, turn.turned_on""";

    /** Of the situation that a snapshot keeps, what people are shown. */
    private record Inputs(
            @Nullable HealthView health, @Nullable List<OpenSignal> signals) {}

    private KnownRows() {}

    static Uni<List<KnownBefore>> read(Pool pool, List<Turn> turns, int days) {
        return Multi.createFrom()
                .range(0, (turns.size() + AT_ONCE - 1) / AT_ONCE)
                .map(part -> turns.subList(part * AT_ONCE, Math.min((part + 1) * AT_ONCE, turns.size())))
                .onItem()
                .transformToUniAndConcatenate(part -> part(pool, part, days))
                .collect()
                .in(ArrayList::new, (all, known) -> all.addAll(known));
    }

    private static Uni<List<KnownBefore>> part(Pool pool, List<Turn> turns, int days) {
        Tuple asked = Tuple.of(
                turns.stream().map(Turn::contractId).toArray(String[]::new),
                turns.stream().map(Turn::on).toArray(LocalDate[]::new),
                days,
                BRIDGED_DAYS);
        return pool.preparedQuery(KNOWN)
                .execute(asked)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> {
                    List<KnownBefore> known = new ArrayList<>(rows.size());
                    rows.forEach(row -> known.add(known(row)));
                    return known;
                });
    }

    private static KnownBefore known(Row row) {
        RenewalForecast forecast = WireJson.read(bytes(row, "body"), RenewalForecast.class);
        Inputs inputs = WireJson.read(bytes(row, "inputs"), Inputs.class);
        return new KnownBefore(
                row.getString("contract_id"),
                row.getLocalDate("turned_on"),
                row.getLocalDate("day"),
                Categories.of(row.getString("category")).orElse(Category.UNKNOWN),
                row.getInteger("renews"),
                forecast.drivers(),
                inputs.health(),
                inputs.signals() == null ? List.of() : inputs.signals());
    }

    private static byte[] bytes(Row row, String column) {
        return row.getString(column).getBytes(StandardCharsets.UTF_8);
    }
}
