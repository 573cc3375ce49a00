package io.playcaller.forecast.intake.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.fact.InvoiceChanged;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.intake.Told;
import io.playcaller.forecast.intake.app.Inputs;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** A statement per kind and batch, each with the whole set. */
@ApplicationScoped
public class PgInputs implements Inputs {

    private static final Set<SignalState> OPEN = Set.of(SignalState.OPENED, SignalState.UPDATED);
    private static final String CONTRACT_KEY = "contract/";

    private static final String CONTRACTS = """
            insert into contract (contract_id, account_id, version, open, body)
            select * from unnest($1::text[], $2::text[], $3::bigint[], $4::boolean[], $5::text[])
            on conflict (contract_id) do update
            set account_id = excluded.account_id, version = excluded.version, open = excluded.open, body = excluded.body
            where contract.version < excluded.version""";

    private static final String READABLE_AGAIN = """
            delete from data_quality where code = 'unreadable' and contract_id = any($1::text[])""";

    private static final String INVOICES = """
            insert into invoice (invoice_id, account_id, version, body)
            select * from unnest($1::text[], $2::text[], $3::bigint[], $4::text[])
            on conflict (invoice_id) do update
            set account_id = excluded.account_id, version = excluded.version, body = excluded.body
            where invoice.version < excluded.version""";

    private static final String SIGNALS = """
            insert into signal (episode_id, account_id, transition, open, reason, severity, also_reasons)
            select * from unnest($1::uuid[], $2::text[], $3::int[], $4::boolean[], $5::text[], $6::text[], $7::text[])
            on conflict (episode_id) do update
            set transition = excluded.transition, open = excluded.open, reason = excluded.reason,
                severity = excluded.severity, also_reasons = excluded.also_reasons
            where signal.transition < excluded.transition""";

    /** What came is in no figure. Where a version came before, that one stands. */
    private static final String UNREADABLE = """
            insert into data_quality (contract_id, code, treatment, detail, since)
            select told.contract_id, 'unreadable', case when contract.version is null then 'refused' else 'counted' end,
                case when contract.version is null then told.detail
                    else 'version ' || contract.version || ' stands: ' || told.detail end,
                playcaller_now()
            from unnest($1::text[], $2::text[]) as told (contract_id, detail)
            left join contract using (contract_id)
            on conflict (contract_id, code) do update
            set treatment = excluded.treatment, detail = excluded.detail""";

    @Override
    public Uni<Void> store(SqlConnection transaction, Told told) {
        return AccountRows.store(transaction, told.accounts())
                .chain(() -> OwnerRows.store(transaction, told.owners()))
                .chain(() -> contracts(transaction, told))
                .chain(() -> invoices(transaction, told))
                .chain(() -> HealthRows.store(transaction, told.healths()))
                .chain(() -> signals(transaction, told))
                .chain(() -> PgOpportunities.store(transaction, told.opportunities()))
                .chain(() -> PgTasks.store(transaction, told.tasks()))
                .chain(() -> PgOutcomeInputs.store(transaction, told))
                .chain(() -> PgTaskTimes.store(transaction, told.steps()))
                .chain(() -> unreadable(transaction, told));
    }

    private static Uni<Void> contracts(SqlConnection transaction, Told told) {
        Collection<ContractRecord> all = told.contracts();
        String[] ids = column(all, ContractRecord::contractId, String[]::new);
        return run(
                        transaction,
                        CONTRACTS,
                        ids,
                        column(all, ContractRecord::accountId, String[]::new),
                        column(all, ContractRecord::version, Long[]::new),
                        column(all, contract -> contract.stands() && contract.closedOn() == null, Boolean[]::new),
                        column(all, PgInputs::json, String[]::new))
                .chain(() -> run(transaction, READABLE_AGAIN, (Object) ids));
    }

    private static Uni<Void> invoices(SqlConnection transaction, Told told) {
        Collection<InvoiceChanged> all = told.invoices();
        return run(
                transaction,
                INVOICES,
                column(all, InvoiceChanged::invoiceId, String[]::new),
                column(all, InvoiceChanged::accountId, String[]::new),
                column(all, InvoiceChanged::version, Long[]::new),
                column(all, PgInputs::json, String[]::new));
    }

    private static Uni<Void> signals(SqlConnection transaction, Told told) {
        Collection<SignalChanged> all = told.signals();
        return run(
                transaction,
                SIGNALS,
                column(all, SignalChanged::episodeId, UUID[]::new),
                column(all, signal -> String.valueOf(signal.accountId()), String[]::new),
                column(all, SignalChanged::transition, Integer[]::new),
                column(all, signal -> OPEN.contains(signal.state()), Boolean[]::new),
                column(all, signal -> signal.reason().code(), String[]::new),
                column(all, signal -> signal.severity().name().toLowerCase(Locale.ROOT), String[]::new),
                column(
                        all,
                        signal -> String.join(
                                " ",
                                signal.alsoReasons().stream().map(Reason::code).toList()),
                        String[]::new));
    }

    private static Uni<Void> unreadable(SqlConnection transaction, Told told) {
        Map<String, String> contracts = new TreeMap<>();
        told.unreadable().stream()
                .filter(unreadable -> unreadable.key().startsWith(CONTRACT_KEY))
                .forEach(unreadable -> contracts.put(
                        StoredText.key(unreadable.key().substring(CONTRACT_KEY.length())),
                        StoredText.of(unreadable.letter().detail())));
        return run(
                transaction,
                UNREADABLE,
                contracts.keySet().toArray(String[]::new),
                contracts.values().toArray(String[]::new));
    }

    /** Nothing to say is not said. */
    static Uni<Void> run(SqlConnection transaction, String sql, Object... columns) {
        if (((Object[]) columns[0]).length == 0) {
            return Uni.createFrom().voidItem();
        }
        return transaction.preparedQuery(sql).execute(Tuple.wrap(columns)).replaceWithVoid();
    }

    static <T, C> C[] column(Collection<T> rows, Function<T, C> value, IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    static String json(Object data) {
        return new String(WireJson.write(data), StandardCharsets.UTF_8);
    }
}
