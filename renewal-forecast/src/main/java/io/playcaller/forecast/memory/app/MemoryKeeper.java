package io.playcaller.forecast.memory.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.ledger.RetentionDefinition;
import io.playcaller.forecast.engine.memory.RenewalOutcome;
import io.playcaller.forecast.memory.Outcome;
import io.playcaller.forecast.memory.app.KeptFigures.Told;
import io.playcaller.forecast.memory.app.Outcomes.Candidate;
import io.playcaller.forecast.portfolio.By;
import io.playcaller.forecast.portfolio.Renewals;
import io.playcaller.forecast.portfolio.app.AheadService;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Once a day: looks at renewals that may be decided, records what is new of them, a slice of accounts at a time, and then
 * keeps the portfolio's figures, which says that the day is whole. What died in between is done again; a row that exists
 * stays. Several replicas may do it at once.
 */
@ApplicationScoped
public class MemoryKeeper {

    /** Quarters from the current one on whose figures are kept. */
    private static final int QUARTERS = 8;

    private static final int AT_ONCE = 200;
    private static final Logger LOG = Logger.getLogger(MemoryKeeper.class);

    private final Pool pool;
    private final Outcomes outcomes;
    private final KeptFigures kept;
    private final AheadService ahead;
    private final RetentionDefinition definition;
    private final MeterRegistry meters;

    MemoryKeeper(
            Pool pool,
            Outcomes outcomes,
            KeptFigures kept,
            AheadService ahead,
            RetentionDefinition definition,
            MeterRegistry meters) {
        this.pool = pool;
        this.outcomes = outcomes;
        this.kept = kept;
        this.ahead = ahead;
        this.definition = definition;
        this.meters = meters;
    }

    /** Completes when the memory of {@code day} is whole. */
    public Uni<Void> keep(LocalDate day) {
        return kept.has(day)
                .chain(whole -> whole
                        ? Uni.createFrom().voidItem()
                        : outcomes(day, null).chain(() -> figures(day)));
    }

    private Uni<Void> outcomes(LocalDate day, @Nullable Candidate after) {
        return pool.withTransaction(transaction -> outcomes.candidates(transaction, day, after, AT_ONCE)
                        .chain(candidates -> record(transaction, day, candidates)
                                .replaceWith(
                                        candidates.size() < AT_ONCE
                                                ? Optional.<Candidate>empty()
                                                : Optional.of(candidates.get(candidates.size() - 1)))))
                .chain(last -> last.isEmpty() ? Uni.createFrom().voidItem() : outcomes(day, last.get()));
    }

    private Uni<Void> record(SqlConnection transaction, LocalDate day, List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        TreeSet<String> accounts = new TreeSet<>();
        candidates.forEach(candidate -> accounts.add(candidate.accountId()));
        return outcomes.contracts(transaction, accounts)
                .map(contracts -> candidates.stream()
                        .flatMap(candidate ->
                                outcome(candidate, contracts.getOrDefault(candidate.accountId(), List.of()), day))
                        .toList())
                .chain(known -> outcomes.record(transaction, day, known))
                .invoke(recorded -> meters.counter("forecast.outcomes").increment(recorded))
                .replaceWithVoid();
    }

    private Stream<Outcome> outcome(Candidate candidate, List<ContractRecord> account, LocalDate day) {
        int gap = definition.reactivationGapDays();
        boolean closed = !day.isBefore(candidate.due().renewalOn().plusDays(gap));
        try {
            return RenewalOutcome.of(candidate.due(), account, gap)
                    .map(outcome -> new Outcome(candidate.accountId(), candidate.due(), outcome, closed))
                    .stream();
        } catch (ArithmeticException | IllegalArgumentException e) {
            LOG.errorf(
                    e,
                    "the outcome of contract %s is not known",
                    candidate.due().contractId());
            return Stream.empty();
        }
    }

    private Uni<Void> figures(LocalDate day) {
        return ahead.renewals(By.WHOLE)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(renewals -> renewals.all().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : kept.keep(day, List.of(told(By.WHOLE, renewals), told(By.SEGMENT, renewals))));
    }

    private Told told(By by, Renewals renewals) {
        return new Told(by.key(), ahead.figures(by, List.of()).of(renewals, QUARTERS));
    }
}
