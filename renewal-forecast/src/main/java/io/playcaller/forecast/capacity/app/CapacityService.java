package io.playcaller.forecast.capacity.app;

import io.playcaller.forecast.capacity.CapacityFigures;
import io.playcaller.forecast.capacity.CapacityReport;
import io.playcaller.forecast.capacity.CapacityRules;
import io.playcaller.forecast.config.InForce;
import io.playcaller.forecast.config.Ruled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;

/** The report, computed anew when asked, on a worker thread. */
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
}
