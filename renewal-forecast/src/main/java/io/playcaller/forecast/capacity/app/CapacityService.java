package io.playcaller.forecast.capacity.app;

import io.playcaller.forecast.capacity.CapacityFigures;
import io.playcaller.forecast.capacity.CapacityReport;
import io.playcaller.forecast.capacity.CapacityRules;
import io.playcaller.forecast.capacity.WhatIf;
import io.playcaller.forecast.capacity.WhatIfFigures;
import io.playcaller.forecast.capacity.WhatIfReport;
import io.playcaller.forecast.config.InForce;
import io.playcaller.forecast.config.Ruled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The report and what-if plans, computed anew when asked, on a worker thread. */
@ApplicationScoped
public class CapacityService {

    private final CapacityFacts facts;
    private final InForce<CapacityRules> rules;

    CapacityService(CapacityFacts facts, InForce<CapacityRules> rules) {
        this.facts = facts;
        this.rules = rules;
    }

    /** Work of the last {@code days}, books of today, and a plan of {@code quarters}. */
    public Uni<CapacityReport> report(int days, int quarters) {
        Ruled<CapacityRules> by = rules.now();
        return facts.known(days, quarters)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(known -> CapacityFigures.of(by, known, quarters));
    }

    /** What became of a question. */
    public sealed interface Outcome {

        record Answered(WhatIfReport report) implements Outcome {}

        /** @param unfit each field that does not fit the rules or the quarters */
        record Refused(List<WhatIf.Unfit> unfit) implements Outcome {}
    }

    /** The plan that {@code asked} supposes, with work of the last {@code days}. */
    public Uni<Outcome> whatIf(int days, WhatIf asked) {
        Ruled<CapacityRules> by = rules.now();
        return facts.known(days, asked.quarters())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(known -> {
                    List<WhatIf.Unfit> unfit = asked.unfit(by.rules(), known.today());
                    return unfit.isEmpty()
                            ? answer(WhatIfFigures.of(by, known, asked), asked)
                            : new Outcome.Refused(unfit);
                });
    }

    private static Outcome answer(WhatIfReport report, WhatIf asked) {
        List<WhatIf.Unfit> tooMuch = asked.tooMuch(report.plan());
        return tooMuch.isEmpty() ? new Outcome.Answered(report) : new Outcome.Refused(tooMuch);
    }
}
