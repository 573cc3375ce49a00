package io.playcaller.forecast.ledger.app;

import io.playcaller.forecast.engine.ledger.CurrencyRule;
import io.playcaller.forecast.engine.ledger.RetentionDefinition;
import io.playcaller.forecast.ledger.CohortQuestion;
import io.playcaller.forecast.ledger.Cohorts;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Follows customers from their beginning, under the company's definition in constant currency; computed when asked, on a worker thread. */
@ApplicationScoped
public class CohortService {

    private final LedgerSource source;
    private final RetentionDefinition definition;

    CohortService(LedgerSource source, RetentionDefinition definition) {
        this.source = source;
        this.definition = definition.in(CurrencyRule.CONSTANT);
    }

    /**
     * What was kept of each cohort.
     *
     * @return empty where there are more cohorts than {@link CohortQuestion#MOST_COHORTS}
     */
    public Uni<Optional<Cohorts>> cohorts(CohortQuestion question) {
        return source.today().chain(today -> {
            if (question.cohorts(today) > CohortQuestion.MOST_COHORTS) {
                return Uni.createFrom().item(Optional.empty());
            }
            return source.inputs(question.retention(definition))
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .map(inputs -> Optional.of(Cohorts.of(question, definition, inputs, today)));
        });
    }
}
