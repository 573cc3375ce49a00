package io.playcaller.forecast.memory.app;

import io.playcaller.forecast.config.InForce;
import io.playcaller.forecast.engine.ledger.RetentionDefinition;
import io.playcaller.forecast.engine.memory.Deciding;
import io.playcaller.forecast.engine.process.RenewalProcess;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** By what it is said what became of renewals: the gap as configured, and the short terms of the process in force. */
@ApplicationScoped
public class OutcomeRule {

    private final RetentionDefinition definition;
    private final InForce<RenewalProcess> process;

    OutcomeRule(RetentionDefinition definition, InForce<RenewalProcess> process) {
        this.definition = definition;
        this.process = process;
    }

    /** The rule that holds now, as of {@code day}. */
    public Deciding on(LocalDate day) {
        return new Deciding(
                definition.reactivationGapDays(), process.now().rules().shortTerms(), day);
    }
}
