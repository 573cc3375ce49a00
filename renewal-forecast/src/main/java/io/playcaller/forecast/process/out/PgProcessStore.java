package io.playcaller.forecast.process.out;

import io.playcaller.forecast.engine.process.EpisodeChange;
import io.playcaller.forecast.engine.process.Fault;
import io.playcaller.forecast.engine.process.Standing;
import io.playcaller.forecast.process.RenewalLine;
import io.playcaller.forecast.process.Reviewed;
import io.playcaller.forecast.process.StageMove;
import io.playcaller.forecast.process.app.ProcessStore;
import io.playcaller.forecast.renewal.Categories;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Writes the tables {@code stage_move}, {@code renewal_episode}, {@code renewal_standing} and {@code renewal_fault}, and in {@code forecast} that
 * a CRM has something to be told.
 */
@ApplicationScoped
public class PgProcessStore implements ProcessStore {

    private record StandingRow(String contractId, String accountId, Standing standing, String process) {}

    private record FaultRow(String contractId, String accountId, Fault fault) {}

    private static final String MOVE = """
            insert into stage_move (move_id, contract_id, renewal_on, stage, author, reason, confirmed, despite, at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (move_id) do nothing""";

    private static final String STANDINGS_GONE = """
            delete from renewal_standing
            where account_id = any($1::text[]) and not (contract_id = any($2::text[]))""";

    private static final String STANDINGS = """
            insert into renewal_standing (contract_id, account_id, stage, owner, category, faulty, body, known_since)
            select contract_id, account_id, stage, owner, category, faulty, body, $8::timestamptz
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::boolean[], $7::text[])
                as told (contract_id, account_id, stage, owner, category, faulty, body)
            on conflict (contract_id) do update
            set account_id = excluded.account_id, stage = excluded.stage, owner = excluded.owner,
                category = excluded.category, faulty = excluded.faulty, body = excluded.body
            where renewal_standing.body <> excluded.body or renewal_standing.account_id <> excluded.account_id""";

    /** Before the standings: what a CRM reads of these is another now. Not of those whose forecast was told in this very transaction. */
    private static final String CALLS = """
            update forecast set told_at = $3, told_rev = forecast.told_rev + 1
            from unnest($1::text[], $2::text[]) as said (contract_id, body)
                left join renewal_standing known on known.contract_id = said.contract_id
            where forecast.contract_id = said.contract_id and forecast.told_at <> $3
                and known.body is distinct from said.body
                and known.body::jsonb -> 'finalCall' is distinct from said.body::jsonb -> 'finalCall'""";

    private static final String FAULTS_GONE = """
            delete from renewal_fault
            where account_id = any($1::text[])
                and (contract_id, code) not in (select * from unnest($2::text[], $3::text[]))""";

    private static final String FAULTS = """
            insert into renewal_fault (contract_id, code, account_id, detail, since)
            select contract_id, code, account_id, detail, $5
            from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as found (contract_id, code, account_id, detail)
            on conflict (contract_id, code) do update
            set account_id = excluded.account_id, detail = excluded.detail
            where renewal_fault.detail <> excluded.detail or renewal_fault.account_id <> excluded.account_id""";

    @Override
    public Uni<Void> add(SqlConnection transaction, List<StageMove> moves) {
        return Columns.each(
                transaction,
                MOVE,
                moves,
                move -> Tuple.wrap(new Object[] {
                    move.moveId(),
                    move.contractId(),
                    move.renewalOn(),
                    move.stage().key(),
                    move.author(),
                    move.reason(),
                    move.confirmed().toArray(String[]::new),
                    move.despite().toArray(String[]::new),
                    Columns.utc(move.at())
                }));
    }

    @Override
    public Uni<Void> write(SqlConnection transaction, List<Reviewed> reviewed, String process, Instant now) {
        if (reviewed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String[] accounts = Columns.of(reviewed, Reviewed::accountId, String[]::new);
        List<EpisodeChange> changes =
                reviewed.stream().flatMap(account -> account.changes().stream()).toList();
        return EpisodeRows.write(transaction, changes)
                .chain(() -> standings(transaction, accounts, rows(reviewed, process), now))
                .chain(() -> faults(transaction, accounts, reviewed, now));
    }

    private static Collection<StandingRow> rows(List<Reviewed> reviewed, String process) {
        Collection<StandingRow> rows = new ArrayList<>();
        reviewed.forEach(account -> account.standings()
                .forEach((contract, standing) ->
                        rows.add(new StandingRow(contract, account.accountId(), standing, process))));
        return rows;
    }

    private static Uni<Void> standings(
            SqlConnection transaction, String[] accounts, Collection<StandingRow> rows, Instant now) {
        String[] contracts = Columns.of(rows, StandingRow::contractId, String[]::new);
        String[] lines =
                Columns.of(rows, row -> Columns.json(RenewalLine.of(row.standing(), row.process())), String[]::new);
        return Columns.run(transaction, STANDINGS_GONE, accounts, contracts)
                .chain(() -> Columns.store(transaction, CALLS, contracts, lines, Columns.utc(now)))
                .chain(() -> Columns.store(
                        transaction,
                        STANDINGS,
                        contracts,
                        Columns.of(rows, StandingRow::accountId, String[]::new),
                        Columns.of(rows, row -> row.standing().stage().key(), String[]::new),
                        Columns.of(rows, row -> row.standing().owner(), String[]::new),
                        Columns.of(
                                rows,
                                row -> Categories.key(
                                        row.standing().calls().finalCall().category()),
                                String[]::new),
                        Columns.of(rows, row -> !row.standing().faults().isEmpty(), Boolean[]::new),
                        lines,
                        Columns.utc(now)));
    }

    /** Of all faults of the accounts exactly these remain; one that was there keeps its {@code since}. */
    private static Uni<Void> faults(
            SqlConnection transaction, String[] accounts, List<Reviewed> reviewed, Instant now) {
        Collection<FaultRow> rows = new ArrayList<>();
        reviewed.forEach(account -> account.standings()
                .forEach((contract, standing) -> standing.faults()
                        .forEach(fault -> rows.add(new FaultRow(contract, account.accountId(), fault)))));
        String[] contracts = Columns.of(rows, FaultRow::contractId, String[]::new);
        String[] codes = Columns.of(rows, row -> row.fault().code().key(), String[]::new);
        return Columns.run(transaction, FAULTS_GONE, accounts, contracts, codes)
                .chain(() -> Columns.store(
                        transaction,
                        FAULTS,
                        contracts,
                        codes,
                        Columns.of(rows, FaultRow::accountId, String[]::new),
                        Columns.of(rows, row -> row.fault().detail(), String[]::new),
                        Columns.utc(now)));
    }
}
