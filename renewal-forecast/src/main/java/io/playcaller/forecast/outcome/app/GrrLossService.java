package io.playcaller.forecast.outcome.app;

import io.playcaller.forecast.engine.ledger.Period;
import io.playcaller.forecast.engine.review.RisksBefore;
import io.playcaller.forecast.engine.review.SaveRule;
import io.playcaller.forecast.ledger.RetentionQuestion;
import io.playcaller.forecast.ledger.app.LedgerService;
import io.playcaller.forecast.outcome.GrrLosses;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** Says for which reasons GRR was lost, on a worker thread. */
@ApplicationScoped
public class GrrLossService {

    private final LedgerService ledger;
    private final OutcomeService outcomes;
    private final OutcomeFacts facts;
    private final SaveRule saveRule;

    GrrLossService(LedgerService ledger, OutcomeService outcomes, OutcomeFacts facts, SaveRule saveRule) {
        this.ledger = ledger;
        this.outcomes = outcomes;
        this.facts = facts;
        this.saveRule = saveRule;
    }

    /** What was lost from {@code from} until before {@code until}, by reason. */
    public Uni<GrrLosses> losses(LocalDate from, LocalDate until) {
        RetentionQuestion question = new RetentionQuestion(new Period(from, until), ledger.definition(), null);
        return Uni.combine()
                .all()
                .unis(ledger.byCustomer(question), outcomes.losses(from, until), facts.riskEpisodes())
                .asTuple()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(known -> GrrLosses.of(
                        known.getItem1(),
                        known.getItem2(),
                        RisksBefore.of(known.getItem3(), known.getItem1().tree(), saveRule),
                        saveRule));
    }
}
