package io.playcaller.forecast.process.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.OpportunityRecord;
import io.playcaller.forecast.engine.contract.RenewalStage;
import io.playcaller.forecast.process.LoadedAccount;
import io.playcaller.forecast.process.ToldOpportunity;
import io.playcaller.forecast.process.app.ProcessInputs;
import io.playcaller.forecast.renewal.AccountForecasts.Made;
import io.playcaller.forecast.renewal.StageSaid;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads what renewals are judged by: one query per table and batch. */
@ApplicationScoped
public class PgProcessInputs implements ProcessInputs {

    private static final String OPPORTUNITIES = """
            select opportunity.body as opportunity, contract.body as contract, last.stage, last.renewal_on
            from contract
                join opportunity on opportunity.contract_id = contract.contract_id
                left join lateral (
                    select stage, renewal_on from stage_move
                    where stage_move.contract_id = contract.contract_id
                    order by at desc, move_id desc
                    limit 1) last on true
            where contract.account_id = any($1::text[]) and contract.open and opportunity.stage in ('open', 'won')
            order by opportunity.opportunity_id""";

    private static final String ACCOUNTS = """
            select asked.account_id, account.name, account.version, account.body::jsonb ->> 'zone' as zone,
                health.segment, health.tier, health.stage, health.stage_since, health.milestones, health.last_touch_at
            from unnest($1::text[]) as asked (account_id)
                left join account on account.account_id = asked.account_id
                left join health on health.account_id = asked.account_id""";

    private static final String OWNERS = """
            select account_id, version, role, staff_id, from_day, until_day
            from account_owner
            where account_id = any($1::text[])
            order by account_id, role, from_day, staff_id""";

    private static final String WORK = """
            select account_id, play, reason, assignee, state, at
            from task_open
            where account_id = any($1::text[])
                and (state in ('open', 'acknowledged') or (state = 'completed' and reason = 'fc.at_risk_no_plan'))
            order by task_id""";

    private static final String JUDGEMENTS = """
            select distinct on (contract_id, role) *
            from judgement
            where contract_id = any($1::text[])
            order by contract_id, role, at desc, judgement_id desc""";

    private static final String CONFIRMED = """
            select contract_id, renewal_on, confirmed
            from stage_move
            where contract_id = any($1::text[]) and cardinality(confirmed) > 0""";

    private static final String FAULTS =
            "select contract_id, code, since from renewal_fault where contract_id = any($1::text[])";

    private static final String KNOWN = """
            select contract_id, (known_since at time zone 'UTC')::date as known_since
            from renewal_standing
            where contract_id = any($1::text[])""";

    private static final String EPISODES = """
            select * from renewal_episode
            where contract_id = any($1::text[]) or account_id = any($2::text[])
            order by contract_id, reason""";

    @Override
    public Uni<List<ToldOpportunity>> opportunities(
            SqlConnection transaction, Collection<String> accountIds, LocalDate today) {
        Tuple accounts = Tuple.of(accountIds.toArray(String[]::new));
        return transaction.preparedQuery(OPPORTUNITIES).execute(accounts).map(rows -> {
            List<ToldOpportunity> told = new ArrayList<>();
            rows.forEach(row -> told.add(opportunity(row, today)));
            return told;
        });
    }

    @Override
    public Uni<List<LoadedAccount>> load(SqlConnection transaction, Map<String, List<Made>> made, LocalDate today) {
        String[] accountIds = made.keySet().stream().sorted().toArray(String[]::new);
        String[] contractIds = made.values().stream()
                .flatMap(List::stream)
                .map(it -> it.forecast().contractId())
                .sorted()
                .toArray(String[]::new);
        Tuple accounts = Tuple.of(accountIds);
        Tuple contracts = Tuple.of(contractIds);
        ProcessRows rows = new ProcessRows();
        return each(transaction, ACCOUNTS, accounts, rows::account)
                .chain(() -> each(transaction, OWNERS, accounts, rows::owner))
                .chain(() -> each(transaction, WORK, accounts, rows::work))
                .chain(() -> each(transaction, JUDGEMENTS, contracts, rows::judgement))
                .chain(() -> each(transaction, CONFIRMED, contracts, rows::confirmed))
                .chain(() -> each(transaction, FAULTS, contracts, rows::fault))
                .chain(() -> each(transaction, KNOWN, contracts, rows::known))
                .chain(() -> each(transaction, EPISODES, Tuple.of(contractIds, accountIds), rows::episode))
                .map(read -> rows.accounts(made, today));
    }

    private static Uni<Void> each(SqlConnection transaction, String sql, Tuple parameters, Consumer<Row> reader) {
        return transaction
                .preparedQuery(sql)
                .execute(parameters)
                .invoke(rows -> rows.forEach(reader))
                .replaceWithVoid();
    }

    private static ToldOpportunity opportunity(Row row, LocalDate today) {
        ContractRecord contract = body(row, "contract", ContractRecord.class);
        LocalDate renewalOn = contract.termOn(today).endsOn();
        String stage = row.getString("stage");
        StageSaid said = stage == null
                ? new StageSaid(RenewalStage.NOT_STARTED, renewalOn)
                : new StageSaid(
                        RenewalStage.of(stage).orElse(RenewalStage.NOT_STARTED), row.getLocalDate("renewal_on"));
        return new ToldOpportunity(
                body(row, "opportunity", OpportunityRecord.class),
                contract.contractId(),
                renewalOn,
                said.of(renewalOn));
    }

    private static <T> T body(Row row, String column, Class<T> type) {
        return WireJson.read(row.getString(column).getBytes(StandardCharsets.UTF_8), type);
    }
}
