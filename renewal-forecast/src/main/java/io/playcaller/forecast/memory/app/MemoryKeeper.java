package io.playcaller.forecast.memory.app;

import io.playcaller.forecast.engine.portfolio.PortfolioModel;
import io.playcaller.forecast.memory.app.PortfolioSnapshots.Told;
import io.playcaller.forecast.portfolio.By;
import io.playcaller.forecast.portfolio.Renewals;
import io.playcaller.forecast.portfolio.app.AheadService;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/**
 * Once a day: records what became of renewals, finds what closed quarters tell, and then keeps the portfolio's figures, which says that
 * the day is whole. What died in between is done again; a row that exists stays. Several replicas may do it at once.
 */
@ApplicationScoped
public class MemoryKeeper {

    /** Quarters from the current one on whose figures are kept. */
    private static final int QUARTERS = 8;

    private final OutcomeKeeper outcomes;
    private final PeriodKeeper periods;
    private final PortfolioSnapshots snapshots;
    private final AheadService ahead;

    MemoryKeeper(OutcomeKeeper outcomes, PeriodKeeper periods, PortfolioSnapshots snapshots, AheadService ahead) {
        this.outcomes = outcomes;
        this.periods = periods;
        this.snapshots = snapshots;
        this.ahead = ahead;
    }

    /** Completes when the memory of {@code day} is whole. */
    public Uni<Void> keep(LocalDate day) {
        return snapshots
                .has(day)
                .chain(whole -> whole
                        ? Uni.createFrom().voidItem()
                        : outcomes.keep(day).chain(() -> periods.keep(day)).chain(() -> figures(day)));
    }

    private Uni<Void> figures(LocalDate day) {
        return ahead.renewals(By.WHOLE)
                .chain(renewals -> renewals.all().isEmpty()
                                && renewals.holdings().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : ahead.model()
                                .emitOn(Infrastructure.getDefaultWorkerPool())
                                .chain(model -> snapshots.keep(
                                        day,
                                        List.of(told(By.WHOLE, model, renewals), told(By.SEGMENT, model, renewals)))));
    }

    private static Told told(By by, PortfolioModel model, Renewals renewals) {
        return new Told(by.key(), AheadService.figures(model, by, List.of()).of(renewals, QUARTERS));
    }
}
