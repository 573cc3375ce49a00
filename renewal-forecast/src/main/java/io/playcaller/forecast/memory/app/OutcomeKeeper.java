package io.playcaller.forecast.memory.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.memory.Deciding;
import io.playcaller.forecast.engine.memory.RenewalOutcome;
import io.playcaller.forecast.memory.Outcome;
import io.playcaller.forecast.memory.app.Outcomes.Candidate;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks at renewals that may be decided and records what is new of them, a slice of accounts at a time and each a transaction. Several
 * replicas may do it at once: of a renewal and day there is one row.
 */
@ApplicationScoped
public class OutcomeKeeper {

    private static final int AT_ONCE = 200;
    private static final Logger LOG = Logger.getLogger(OutcomeKeeper.class);

    private final Pool pool;
    private final Outcomes outcomes;
    private final OutcomeRule rule;
    private final MeterRegistry meters;

    OutcomeKeeper(Pool pool, Outcomes outcomes, OutcomeRule rule, MeterRegistry meters) {
        this.pool = pool;
        this.outcomes = outcomes;
        this.rule = rule;
        this.meters = meters;
    }

    /** Completes when all that may be decided on {@code day} was looked at, by the rule that held when it began. */
    public Uni<Void> keep(LocalDate day) {
        return after(null, rule.on(day));
    }

    private Uni<Void> after(@Nullable Candidate last, Deciding by) {
        return pool.withTransaction(transaction -> outcomes.candidates(transaction, by, last, AT_ONCE)
                        .chain(candidates -> record(transaction, by, candidates)
                                .replaceWith(
                                        candidates.size() < AT_ONCE
                                                ? Optional.<Candidate>empty()
                                                : Optional.of(candidates.get(candidates.size() - 1)))))
                .chain(next -> next.isEmpty() ? Uni.createFrom().voidItem() : after(next.get(), by));
    }

    private Uni<Void> record(SqlConnection transaction, Deciding by, List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        TreeSet<String> accounts = new TreeSet<>();
        candidates.forEach(candidate -> accounts.add(candidate.accountId()));
        return outcomes.contracts(transaction, accounts)
                .map(contracts -> known(candidates, contracts, by))
                .chain(known -> outcomes.record(transaction, by.today(), known))
                .invoke(recorded -> meters.counter("forecast.outcomes").increment(recorded))
                .replaceWithVoid();
    }

    private static List<Outcome> known(
            List<Candidate> candidates, Map<String, List<ContractRecord>> contracts, Deciding by) {
        return candidates.stream()
                .flatMap(candidate -> outcome(candidate, contracts.getOrDefault(candidate.accountId(), List.of()), by))
                .toList();
    }

    private static Stream<Outcome> outcome(Candidate candidate, List<ContractRecord> account, Deciding by) {
        boolean closed = by.isClosed(candidate.due().renewalOn());
        try {
            Optional<RenewalOutcome> outcome = candidate.told()
                    ? RenewalOutcome.again(candidate.due(), account, by)
                    : RenewalOutcome.of(candidate.due(), account, by);
            return outcome.map(its -> new Outcome(candidate.accountId(), candidate.due(), its, closed)).stream();
        } catch (ArithmeticException | IllegalArgumentException e) {
            LOG.errorf(
                    e,
                    "the outcome of contract %s is not known",
                    candidate.due().contractId());
            return Stream.empty();
        }
    }
}
