package io.playcaller.forecast.portfolio.app;

import io.playcaller.forecast.portfolio.By;
import io.playcaller.forecast.portfolio.ExpansionCoverage;
import io.playcaller.forecast.portfolio.ExpansionFigures;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;

/** Holds the growth that is in sight against what targets need, computed when asked, on a worker thread. */
@ApplicationScoped
public class ExpansionService {

    private final AheadService ahead;
    private final Targets targets;
    private final ExpansionWork work;

    ExpansionService(AheadService ahead, Targets targets, ExpansionWork work) {
        this.ahead = ahead;
        this.targets = targets;
        this.work = work;
    }

    /** @param by the whole, or segments */
    public Uni<ExpansionCoverage> coverage(int quarters, By by) {
        return Uni.combine()
                .all()
                .unis(
                        ahead.model().chain(model -> ahead.definitions(by, model)),
                        ahead.renewals(by),
                        targets.inForce(),
                        work.now())
                .asTuple()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(known -> new ExpansionFigures(by, known.getItem3(), known.getItem4())
                        .of(known.getItem2(), quarters, known.getItem1().modelVersion()));
    }
}
