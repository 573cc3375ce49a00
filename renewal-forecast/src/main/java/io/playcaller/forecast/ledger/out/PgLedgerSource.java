package io.playcaller.forecast.ledger.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.ParentLink;
import io.playcaller.forecast.config.ForecastConfig;
import io.playcaller.forecast.engine.currency.Rate;
import io.playcaller.forecast.engine.currency.Rates;
import io.playcaller.forecast.engine.ledger.AccountTree;
import io.playcaller.forecast.engine.ledger.CurrencyRule;
import io.playcaller.forecast.ledger.Dimension;
import io.playcaller.forecast.ledger.EntryFilter;
import io.playcaller.forecast.ledger.LedgerInputs;
import io.playcaller.forecast.ledger.RetentionQuestion;
import io.playcaller.forecast.ledger.app.Contracts;
import io.playcaller.forecast.ledger.app.LedgerSource;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the contracts, and the tables {@code account} and {@code rate}; what slices comes from {@link AttributeRows}. */
@ApplicationScoped
public class PgLedgerSource implements LedgerSource {

    private static final String TODAY = "select (playcaller_now() at time zone 'UTC')::date as today";

    /** Most accounts are part of no other. */
    private static final String LINKS = """
            select account_id, merged_into, body
            from account
            where merged_into is not null or body like '%"parentId"%'""";

    private static final String RATES = """
            select distinct on (currency, day) currency, day, rate
            from rate
            where reporting = $1
            order by currency, day, version desc""";

    private static final String ACCOUNT_OF = "select account_id from contract where contract_id = $1";

    /** All accounts that are one with the first by merges, over however many steps. */
    private static final String ONE_BY_MERGES = """
            with recursive merged (account_id) as (
                select $1::text
                union
                select case when account.account_id = merged.account_id then account.merged_into else account.account_id end
                from merged
                    join account
                        on account.merged_into is not null
                            and (account.account_id = merged.account_id or account.merged_into = merged.account_id))
            select account_id from merged""";

    private final Pool pool;
    private final Contracts contracts;
    private final ForecastConfig config;

    PgLedgerSource(Pool pool, Contracts contracts, ForecastConfig config) {
        this.pool = pool;
        this.contracts = contracts;
        this.config = config;
    }

    /** What an account is part of. */
    private record Link(AccountRecord account, @Nullable String mergedInto) {}

    @Override
    public Uni<LocalDate> today() {
        return all(TODAY, Tuple.tuple(), row -> row.getLocalDate("today")).map(days -> days.get(0));
    }

    @Override
    public Uni<LedgerInputs> inputs() {
        return inputs(EnumSet.allOf(Dimension.class), true);
    }

    @Override
    public Uni<LedgerInputs> inputs(RetentionQuestion question) {
        Dimension by = question.by();
        return inputs(
                by == null ? Set.of() : Set.of(by), question.definition().currencyRule() == CurrencyRule.CONSTANT);
    }

    @Override
    public Uni<LedgerInputs> inputs(EntryFilter filter) {
        if (filter.accountId() != null) {
            return entriesOf(filter.accountId());
        }
        return filter.contractId() == null
                ? inputs(Set.of(), false)
                : all(ACCOUNT_OF, Tuple.of(filter.contractId()), row -> row.getString("account_id"))
                        .chain(of -> of.isEmpty()
                                ? Uni.createFrom().item(LedgerInputs.of(List.of(), AccountTree.flat(), noRates()))
                                : entriesOf(of.get(0)));
    }

    private Uni<LedgerInputs> entriesOf(String accountId) {
        return all(ONE_BY_MERGES, Tuple.of(accountId), row -> row.getString("account_id"))
                .chain(accounts -> contracts
                        .of(accounts)
                        .chain(known -> tree().map(tree -> LedgerInputs.of(known, tree, noRates()))));
    }

    private Uni<LedgerInputs> inputs(Set<Dimension> by, boolean converted) {
        return contracts
                .all()
                .chain(known -> tree().chain(tree -> AttributeRows.read(pool, by)
                        .chain(attributes -> (converted
                                        ? rates()
                                        : Uni.createFrom().item(noRates()))
                                .map(rates -> new LedgerInputs(known, tree, attributes, rates)))));
    }

    private Uni<AccountTree> tree() {
        return all(LINKS, Tuple.tuple(), PgLedgerSource::link).map(PgLedgerSource::tree);
    }

    private Uni<Rates> rates() {
        return all(RATES, Tuple.of(config.reportingCurrency()), PgLedgerSource::rate)
                .map(rates -> new Rates(config.reportingCurrency(), config.rateMaxAgeDays(), rates));
    }

    private Rates noRates() {
        return new Rates(config.reportingCurrency(), config.rateMaxAgeDays(), List.of());
    }

    private static AccountTree tree(List<Link> links) {
        Map<String, List<ParentLink>> parents = new HashMap<>();
        Map<String, String> mergedInto = new HashMap<>();
        for (Link link : links) {
            parents.put(link.account().accountId(), link.account().parents());
            if (link.mergedInto() != null) {
                mergedInto.put(link.account().accountId(), link.mergedInto());
            }
        }
        return new AccountTree(parents, mergedInto);
    }

    private static Link link(Row row) {
        return new Link(
                WireJson.read(row.getString("body").getBytes(StandardCharsets.UTF_8), AccountRecord.class),
                row.getString("merged_into"));
    }

    private static Rate rate(Row row) {
        return new Rate(row.getString("currency"), row.getLocalDate("day"), row.getBigDecimal("rate"));
    }

    private <T> Uni<List<T>> all(String sql, Tuple parameters, Function<Row, T> reader) {
        return pool.preparedQuery(sql)
                .execute(parameters)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> {
                    List<T> all = new ArrayList<>(rows.size());
                    rows.forEach(row -> all.add(reader.apply(row)));
                    return all;
                });
    }
}
