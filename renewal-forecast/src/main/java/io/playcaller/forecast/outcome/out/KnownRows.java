package io.playcaller.forecast.outcome.out;

import io.playcaller.contracts.UnreadableEventException;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.forecast.Category;
import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.forecast.config.InForce;
import io.playcaller.forecast.engine.contract.CategoryRule;
import io.playcaller.forecast.engine.contract.ContractSituation;
import io.playcaller.forecast.engine.contract.HealthView;
import io.playcaller.forecast.engine.contract.OpenSignal;
import io.playcaller.forecast.engine.process.Calls.Said;
import io.playcaller.forecast.engine.review.Turn;
import io.playcaller.forecast.memory.Judgement;
import io.playcaller.forecast.memory.app.Judgements;
import io.playcaller.forecast.outcome.KnownBefore;
import io.playcaller.forecast.outcome.KnownBefore.Called;
import io.playcaller.forecast.renewal.Categories;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads of the table {@code forecast_snapshot} what was known before contracts turned, and of {@code judgement} what people said then. */
final class KnownRows {

    /** Days without a snapshot that are bridged: the service may have been down. */
    private static final int BRIDGED_DAYS = 30;

    /** Forecasts that are in memory as they were kept. */
    private static final int AT_ONCE = 2_000;

    private static final String KNOWN = """
            select turn.contract_id, turn.turned_on, kept.day, kept.taken_at, kept.category, kept.renews, kept.body, kept.inputs
            from unnest($1::text[], $2::date[]) as turn (contract_id, turned_on)
            cross join lateral (
                select day, taken_at, category, renews, body, inputs
                from forecast_snapshot
                where forecast_snapshot.contract_id = turn.contract_id
                    and day <= turn.turned_on - $3::int and day > turn.turned_on - $3::int - $4::int
                order by day desc
                limit 1) as kept
            order by turn.contract_id, turn.turned_on""";

    /** Of the situation that a snapshot keeps, what people are shown. */
    private record Inputs(
            @Nullable HealthView health, @Nullable List<OpenSignal> signals) {}

    private final Pool pool;
    private final Judgements judgements;
    private final InForce<CategoryRule> categories;

    KnownRows(Pool pool, Judgements judgements, InForce<CategoryRule> categories) {
        this.pool = pool;
        this.judgements = judgements;
        this.categories = categories;
    }

    Uni<List<KnownBefore>> read(List<Turn> turns, int days) {
        return Multi.createFrom()
                .range(0, (turns.size() + AT_ONCE - 1) / AT_ONCE)
                .map(part -> turns.subList(part * AT_ONCE, Math.min((part + 1) * AT_ONCE, turns.size())))
                .onItem()
                .transformToUniAndConcatenate(part -> part(part, days))
                .collect()
                .in(ArrayList::new, (all, known) -> all.addAll(known));
    }

    private Uni<List<KnownBefore>> part(List<Turn> turns, int days) {
        Tuple asked = Tuple.of(
                turns.stream().map(Turn::contractId).toArray(String[]::new),
                turns.stream().map(Turn::on).toArray(LocalDate[]::new),
                days,
                BRIDGED_DAYS);
        return judgements
                .of(turns.stream().map(Turn::contractId).distinct().toList())
                .chain(said -> pool.preparedQuery(KNOWN)
                        .execute(asked)
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(rows -> {
                            List<KnownBefore> known = new ArrayList<>(rows.size());
                            rows.forEach(row -> known.add(known(row, said)));
                            return known;
                        }));
    }

    private KnownBefore known(Row row, Map<String, List<Judgement>> said) {
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
                inputs.signals() == null ? List.of() : inputs.signals(),
                judged(row, forecast, said.getOrDefault(row.getString("contract_id"), List.of())));
    }

    private @Nullable Called judged(Row row, RenewalForecast forecast, List<Judgement> said) {
        Instant takenAt = row.getOffsetDateTime("taken_at").toInstant();
        return Judgement.last(said, forecast.renewalOn(), takenAt)
                .map(last -> new Called(last.role(), category(row, forecast, last)))
                .orElse(null);
    }

    /** A probability is put into a category by the rule of today; where a release kept less than the rule asks for, into the model's. */
    private Category category(Row row, RenewalForecast forecast, Judgement last) {
        return new Said(last.category(), last.renews(), last.amountMinor())
                .category(
                        forecast.category(),
                        renews -> situation(row)
                                .map(situation -> categories.now().rules().of(situation, renews))
                                .orElse(forecast.category()));
    }

    private static Optional<ContractSituation> situation(Row row) {
        try {
            return Optional.of(WireJson.read(bytes(row, "inputs"), ContractSituation.class));
        } catch (UnreadableEventException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(Row row, String column) {
        return row.getString(column).getBytes(StandardCharsets.UTF_8);
    }
}
