package io.playcaller.forecast.capacity.app;

import io.playcaller.forecast.capacity.CapacityFigures;
import io.playcaller.forecast.capacity.CapacityReport;
import io.playcaller.forecast.capacity.CapacityRules;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;

/** The report, computed anew when asked, on a worker thread. */
@ApplicationScoped
public class CapacityService {

    private final CapacityFacts facts;
    private final CapacityRules rules;

    CapacityService(CapacityFacts facts, CapacityRules rules) {
        this.facts = facts;
        this.rules = rules;
    }

    /** Work of the last {@code days}, books of today, and a plan of {@code quarters}. */
    public Uni<CapacityReport> report(int days, int quarters) {
        return facts.known(days, quarters)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(known -> CapacityFigures.of(rules, known, quarters));
    }
}
