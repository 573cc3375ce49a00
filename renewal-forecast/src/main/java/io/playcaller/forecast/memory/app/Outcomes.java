package io.playcaller.forecast.memory.app;

import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.memory.Deciding;
import io.playcaller.forecast.engine.memory.Due;
import io.playcaller.forecast.memory.Outcome;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of renewals, inside one transaction. Written once: a row per change. */
public interface Outcomes {

    /**
     * A renewal to be looked at.
     *
     * @param told whether an outcome of it is on record
     */
    record Candidate(String accountId, Due due, boolean told) {}

    /**
     * Renewals that may be decided since the last snapshot of their contract before the day, at most 400 days ago, those that are still ahead
     * though the grace of a short term is over, and those of the last 400 days whose outcome is on record, in order of contract and renewal.
     */
    Uni<List<Candidate>> candidates(SqlConnection transaction, Deciding by, @Nullable Candidate after, int limit);

    /** All contracts of the accounts, and of those that are merged with them, by account. */
    Uni<Map<String, List<ContractRecord>>> contracts(SqlConnection transaction, Collection<String> accountIds);

    /** Records, as of {@code day}, those that say something else than what is on record. */
    Uni<Integer> record(SqlConnection transaction, LocalDate day, List<Outcome> outcomes);
}
