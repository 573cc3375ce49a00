package io.playcaller.forecast.kpi.app;

import io.playcaller.forecast.engine.ledger.Period;
import io.playcaller.forecast.kpi.KpiFigures;
import io.playcaller.forecast.kpi.KpiPage;
import io.playcaller.forecast.kpi.QuarterFacts;
import io.playcaller.forecast.kpi.QuarterRetention;
import io.playcaller.forecast.ledger.RetentionQuestion;
import io.playcaller.forecast.ledger.app.LedgerService;
import io.playcaller.forecast.outcome.Waits.Cohort;
import io.playcaller.forecast.outcome.app.OutcomeFacts;
import io.playcaller.forecast.outcome.app.OutcomeService;
import io.playcaller.forecast.portfolio.Quarter;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** Puts the page of a quarter together; a quarter that runs is read up to today, of a closed one GRR and NRR are as they were closed. */
@ApplicationScoped
public class KpiService {

    /** How long before the end somebody may have become a customer to count in time to value. */
    private static final int COHORT_DAYS = 365;

    private final OutcomeFacts facts;
    private final OutcomeService outcomes;
    private final LedgerService ledger;

    KpiService(OutcomeFacts facts, OutcomeService outcomes, LedgerService ledger) {
        this.facts = facts;
        this.outcomes = outcomes;
        this.ledger = ledger;
    }

    /** The page of {@code quarter}, which has begun. */
    public Uni<KpiPage> page(Quarter quarter) {
        return facts.today().chain(today -> {
            LocalDate until = until(quarter, today);
            Quarter last = Quarter.of(quarter.firstDay().minusDays(1));
            return of(quarter, until)
                    .chain(now -> of(last, until(last, today))
                            .map(before -> new KpiPage(
                                    quarter.toString(),
                                    quarter.firstDay(),
                                    until,
                                    until.isBefore(quarter.end()),
                                    KpiFigures.of(now, before),
                                    now.saves().items(),
                                    null)));
        });
    }

    /** Today, for who asks for the quarter that runs. */
    public Uni<LocalDate> today() {
        return facts.today();
    }

    private static LocalDate until(Quarter quarter, LocalDate today) {
        return today.isBefore(quarter.end()) ? today.plusDays(1) : quarter.end();
    }

    private Uni<QuarterFacts> of(Quarter quarter, LocalDate until) {
        LocalDate from = quarter.firstDay();
        LocalDate last = until.minusDays(1);
        Cohort cohort = new Cohort(until.minusDays(COHORT_DAYS), until);
        return ledger.byCustomer(new RetentionQuestion(new Period(from, until), ledger.definition(), null))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(QuarterRetention::of)
                .chain(retention -> Uni.combine()
                        .all()
                        .unis(
                                outcomes.timeToValue(null, cohort, last),
                                outcomes.adoption(last),
                                outcomes.saves(from, until),
                                outcomes.references(last))
                        .asTuple()
                        .map(known -> new QuarterFacts(
                                quarter.toString(),
                                retention,
                                known.getItem1(),
                                known.getItem2(),
                                known.getItem3(),
                                known.getItem4())));
    }
}
