package io.playcaller.forecast.intake.out;

import io.playcaller.contracts.register.OpportunityRecord;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.Locale;

/** The table {@code opportunity}. */
final class PgOpportunities {

    private static final String STORE = """
            insert into opportunity (opportunity_id, account_id, version, contract_id, stage, body)
            select * from unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[])
            on conflict (opportunity_id) do update
            set account_id = excluded.account_id, version = excluded.version, contract_id = excluded.contract_id,
                stage = excluded.stage, body = excluded.body
            where opportunity.version < excluded.version""";

    private PgOpportunities() {}

    static Uni<Void> store(SqlConnection transaction, Collection<OpportunityRecord> all) {
        return PgInputs.run(
                transaction,
                STORE,
                PgInputs.column(all, OpportunityRecord::opportunityId, String[]::new),
                PgInputs.column(all, OpportunityRecord::accountId, String[]::new),
                PgInputs.column(all, OpportunityRecord::version, Long[]::new),
                PgInputs.column(all, OpportunityRecord::contractId, String[]::new),
                PgInputs.column(all, told -> told.stage().name().toLowerCase(Locale.ROOT), String[]::new),
                PgInputs.column(all, PgInputs::json, String[]::new));
    }
}
