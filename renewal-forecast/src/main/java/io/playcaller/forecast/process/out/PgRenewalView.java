package io.playcaller.forecast.process.out;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.forecast.engine.process.FaultCode;
import io.playcaller.forecast.process.ListedFault;
import io.playcaller.forecast.process.ListedRenewal;
import io.playcaller.forecast.process.RenewalLine;
import io.playcaller.forecast.process.RenewalQuestion;
import io.playcaller.forecast.process.RenewalQuestion.After;
import io.playcaller.forecast.process.app.RenewalView;
import io.playcaller.forecast.renewal.Categories;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the tables {@code renewal_standing} and {@code renewal_fault}. */
@ApplicationScoped
public class PgRenewalView implements RenewalView {

    private static final LocalDate BEFORE_ALL = LocalDate.of(1, 1, 1);

    private static final String RENEWALS = """
            select coalesce(account.name, standing.account_id) as account_name, standing.body as line,
                forecast.body as forecast, (playcaller_now() at time zone 'UTC')::date as today
            from forecast
                join renewal_standing standing on standing.contract_id = forecast.contract_id
                left join account on account.account_id = standing.account_id
            where forecast.open and (forecast.renewal_on, forecast.contract_id) > ($1, $2)
                and ($3::text is null or standing.category = $3)
                and ($4::text is null or standing.stage = $4)
                and ($5::text is null or standing.owner = $5)
                and ($6::boolean is null or standing.faulty = $6)
                and ($7::date is null or forecast.renewal_on <= $7)
                and ($8::text is null or standing.account_id = $8)
            order by forecast.renewal_on, forecast.contract_id
            limit $9""";

    private static final String FAULTS = """
            select fault.contract_id, fault.code, fault.account_id, fault.detail, fault.since, standing.owner,
                coalesce(account.name, fault.account_id) as account_name, forecast.renewal_on, forecast.arr_minor,
                forecast.currency
            from renewal_fault fault
                join forecast on forecast.contract_id = fault.contract_id
                left join renewal_standing standing on standing.contract_id = fault.contract_id
                left join account on account.account_id = fault.account_id
            where (fault.contract_id, fault.code) > ($1, $2) and ($3::text is null or fault.code = $3)
            order by fault.contract_id, fault.code
            limit $4""";

    private static final String COUNTS = "select code, count(*) as found from renewal_fault group by code";

    private final Pool pool;

    PgRenewalView(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<ListedRenewal>> renewals(RenewalQuestion asked, @Nullable After after, int limit) {
        Tuple parameters = Tuple.wrap(new Object[] {
            after == null ? BEFORE_ALL : after.renewalOn(),
            after == null ? "" : after.contractId(),
            asked.category() == null ? null : Categories.key(asked.category()),
            asked.stage() == null ? null : asked.stage().key(),
            asked.owner(),
            asked.faulty(),
            asked.until(),
            asked.account(),
            limit
        });
        return pool.preparedQuery(RENEWALS).execute(parameters).map(rows -> {
            List<ListedRenewal> renewals = new ArrayList<>();
            rows.forEach(row -> renewals.add(renewal(row)));
            return renewals;
        });
    }

    @Override
    public Uni<List<ListedFault>> faults(@Nullable FaultCode code, String afterContract, String afterCode, int limit) {
        Tuple parameters = Tuple.of(afterContract, afterCode, code == null ? null : code.key(), limit);
        return pool.preparedQuery(FAULTS).execute(parameters).map(rows -> {
            List<ListedFault> faults = new ArrayList<>();
            rows.forEach(row -> faults.add(fault(row)));
            return faults;
        });
    }

    @Override
    public Uni<Map<String, Long>> faultCounts() {
        return pool.query(COUNTS).execute().map(rows -> {
            Map<String, Long> counts = new HashMap<>();
            rows.forEach(row -> counts.put(row.getString("code"), row.getLong("found")));
            return counts;
        });
    }

    private static ListedRenewal renewal(Row row) {
        RenewalForecast forecast = body(row, "forecast", RenewalForecast.class);
        LocalDate noticeBy = forecast.noticeBy();
        return new ListedRenewal(
                forecast.contractId(),
                forecast.accountId(),
                row.getString("account_name"),
                forecast.renewalOn(),
                noticeBy,
                noticeBy == null ? null : ChronoUnit.DAYS.between(row.getLocalDate("today"), noticeBy),
                forecast.arr(),
                body(row, "line", RenewalLine.class));
    }

    private static ListedFault fault(Row row) {
        return new ListedFault(
                row.getString("contract_id"),
                row.getString("account_id"),
                row.getString("account_name"),
                row.getString("code"),
                row.getString("detail"),
                row.getOffsetDateTime("since").toInstant(),
                row.getLocalDate("renewal_on"),
                new Money(row.getLong("arr_minor"), row.getString("currency")),
                row.getString("owner"));
    }

    private static <T> T body(Row row, String column, Class<T> type) {
        return WireJson.read(row.getString(column).getBytes(StandardCharsets.UTF_8), type);
    }
}
