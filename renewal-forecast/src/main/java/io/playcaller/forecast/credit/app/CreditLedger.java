package io.playcaller.forecast.credit.app;

import io.playcaller.forecast.credit.CreditCase;
import io.playcaller.forecast.credit.CreditQuestion;
import io.playcaller.forecast.credit.PostedEntry;
import io.playcaller.forecast.credit.Unassigned;
import io.playcaller.forecast.engine.credit.CreditDue;
import io.playcaller.forecast.engine.credit.CreditSplit;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The credit ledger and what it is posted from. What takes a transaction is part of the caller's. */
public interface CreditLedger {

    /** The business time of the transaction. */
    Uni<Instant> now(SqlConnection transaction);

    /** Contracts after {@code contractId} that changed since they were looked at, or wait since a day before for somebody. */
    Uni<List<String>> changedAfter(SqlConnection transaction, String contractId, int limit);

    /** The cases of contracts that are known, by contract, held until the transaction ends. */
    Uni<Map<String, CreditCase>> cases(SqlConnection transaction, List<String> contractIds);

    Uni<Void> register(SqlConnection transaction, CreditSplit split);

    /**
     * Posts what is due, and keeps that these versions of the contracts were looked at.
     *
     * @param due by contract
     */
    Uni<Void> post(SqlConnection transaction, Map<String, CreditCase> cases, Map<String, CreditDue> due, Instant now);

    /** Entries in the order in which they were posted, or the newest first. */
    Uni<List<PostedEntry>> entries(CreditQuestion asked);

    /** Contracts with movements that nobody can be credited for, after {@code contractId}. */
    Uni<List<Unassigned>> unassigned(String contractId, int limit);
}
