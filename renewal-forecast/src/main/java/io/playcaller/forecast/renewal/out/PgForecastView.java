package io.playcaller.forecast.renewal.out;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.forecast.renewal.Categories;
import io.playcaller.forecast.renewal.ContractPage;
import io.playcaller.forecast.renewal.ContractPage.After;
import io.playcaller.forecast.renewal.ContractPage.Item;
import io.playcaller.forecast.renewal.QualityItem;
import io.playcaller.forecast.renewal.app.ForecastView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the tables {@code forecast} and {@code data_quality}. */
@ApplicationScoped
public class PgForecastView implements ForecastView {

    private static final LocalDate BEFORE_ALL = LocalDate.of(1, 1, 1);

    private static final String PAGE = """
            select coalesce(account.name, forecast.account_id) as account_name, forecast.body
            from forecast left join account using (account_id)
            where open and (renewal_on, contract_id) > ($1, $2) and ($3::text is null or category = $3)
            order by renewal_on, contract_id
            limit $4""";

    private static final String ONE = """
            select coalesce(account.name, forecast.account_id) as account_name, forecast.body
            from forecast left join account using (account_id)
            where open and contract_id = $1""";

    private static final String QUALITY = """
            select * from data_quality where (contract_id, code) > ($1, $2) order by contract_id, code limit $3""";

    private final Pool pool;

    PgForecastView(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Item>> page(ContractPage asked) {
        After after = asked.after();
        String category = asked.category() == null ? null : Categories.key(asked.category());
        Tuple parameters = Tuple.of(
                after == null ? BEFORE_ALL : after.renewalOn(),
                after == null ? "" : after.contractId(),
                category,
                asked.limit());
        return pool.preparedQuery(PAGE).execute(parameters).map(PgForecastView::items);
    }

    @Override
    public Uni<Optional<Item>> find(String contractId) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(contractId))
                .map(rows -> items(rows).stream().findFirst());
    }

    @Override
    public Uni<List<QualityItem>> quality(String afterContract, String afterCode, int limit) {
        return pool.preparedQuery(QUALITY)
                .execute(Tuple.of(afterContract, afterCode, limit))
                .map(rows -> {
                    List<QualityItem> items = new ArrayList<>();
                    rows.forEach(row -> items.add(quality(row)));
                    return items;
                });
    }

    private static List<Item> items(RowSet<Row> rows) {
        List<Item> items = new ArrayList<>();
        for (Row row : rows) {
            byte[] body = row.getString("body").getBytes(StandardCharsets.UTF_8);
            items.add(new Item(row.getString("account_name"), WireJson.read(body, RenewalForecast.class)));
        }
        return items;
    }

    private static QualityItem quality(Row row) {
        String currency = row.getString("currency");
        return new QualityItem(
                row.getString("contract_id"),
                row.getString("account_id"),
                row.getString("code"),
                row.getString("treatment"),
                row.getString("detail"),
                currency == null ? null : new Money(row.getLong("at_stake_minor"), currency),
                row.getOffsetDateTime("since").toInstant());
    }
}
