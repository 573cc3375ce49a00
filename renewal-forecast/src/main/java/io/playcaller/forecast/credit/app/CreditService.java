package io.playcaller.forecast.credit.app;

import io.playcaller.contracts.Ids;
import io.playcaller.forecast.credit.CreditCase;
import io.playcaller.forecast.engine.credit.CreditDue;
import io.playcaller.forecast.engine.credit.CreditFault;
import io.playcaller.forecast.engine.credit.CreditPolicy;
import io.playcaller.forecast.engine.credit.CreditRegistration;
import io.playcaller.forecast.engine.credit.CreditSplit;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Registers splits, and posts what is due: load, decide, store, in one transaction. */
@ApplicationScoped
public class CreditService {

    private static final int AT_ONCE = 200;

    private final Pool pool;
    private final CreditLedger ledger;

    CreditService(Pool pool, CreditLedger ledger) {
        this.pool = pool;
        this.ledger = ledger;
    }

    /** Who asks. */
    public record Caller(String name, boolean isOps) {}

    /** What became of it: registered, refused, or about a contract that is not known. */
    public sealed interface Answer {

        record Registered(CreditSplit split) implements Answer {}

        record Refused(CreditFault fault) implements Answer {}

        record UnknownContract() implements Answer {}
    }

    /** Registers a split; what it changes is posted at once. */
    public Uni<Answer> register(String contractId, CreditRegistration asked, Caller caller) {
        return pool.withTransaction(transaction -> ledger.now(transaction)
                .chain(now -> ledger.cases(transaction, List.of(contractId)).chain(cases -> {
                    CreditCase found = cases.get(contractId);
                    return found == null
                            ? Uni.createFrom().item(new Answer.UnknownContract())
                            : register(transaction, found, asked, caller, now);
                })));
    }

    private Uni<Answer> register(
            SqlConnection transaction, CreditCase known, CreditRegistration asked, Caller caller, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Optional<CreditPolicy> policy = known.books().policy(asked.first(today));
        Optional<CreditFault> fault = policy.isEmpty()
                ? Optional.of(new CreditFault(
                        "credit.no-policy",
                        "/from",
                        "a day on which a policy holds",
                        asked.first(today).toString()))
                : asked.fault(policy.get(), known.contract(), today, caller.isOps());
        if (fault.isPresent()) {
            return Uni.createFrom().item(new Answer.Refused(fault.get()));
        }
        CreditSplit split = new CreditSplit(
                Ids.next(),
                known.contract().contractId(),
                asked.kind(),
                asked.first(today),
                asked.shares(),
                policy.get().version(),
                now,
                caller.name(),
                asked.isLate(known.contract(), today) ? asked.reason() : null);
        return ledger.register(transaction, split)
                .chain(() -> post(transaction, Map.of(split.contractId(), known.with(split)), now))
                .replaceWith(new Answer.Registered(split));
    }

    /** Posts what is due for every contract that changed since it was looked at; says how many entries. */
    public Uni<Integer> postWhatIsDue() {
        return postAfter("", 0);
    }

    private Uni<Integer> postAfter(String contractId, int before) {
        return pool.withTransaction(transaction -> ledger.changedAfter(transaction, contractId, AT_ONCE)
                        .chain(ids -> ids.isEmpty()
                                ? Uni.createFrom().item(new Posted(null, 0))
                                : ledger.now(transaction)
                                        .chain(now -> ledger.cases(transaction, ids)
                                                .chain(cases -> post(transaction, cases, now)))
                                        .map(posted -> new Posted(ids.get(ids.size() - 1), posted))))
                .chain(posted -> posted.last() == null
                        ? Uni.createFrom().item(before)
                        : postAfter(posted.last(), before + posted.entries()));
    }

    /** @param last contract that was looked at; null when there was none */
    private record Posted(@Nullable String last, int entries) {}

    private Uni<Integer> post(SqlConnection transaction, Map<String, CreditCase> cases, Instant now) {
        Map<String, CreditDue> due = new LinkedHashMap<>();
        cases.forEach((contractId, known) -> due.put(contractId, known.due()));
        int entries =
                due.values().stream().mapToInt(one -> one.entries().size()).sum();
        return ledger.post(transaction, cases, due, now).replaceWith(entries);
    }
}
