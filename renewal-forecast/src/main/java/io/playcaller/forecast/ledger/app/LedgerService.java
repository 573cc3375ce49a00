package io.playcaller.forecast.ledger.app;

import io.playcaller.forecast.engine.ledger.LedgerEntry;
import io.playcaller.forecast.engine.ledger.RetentionDefinition;
import io.playcaller.forecast.ledger.EntryFilter;
import io.playcaller.forecast.ledger.Retention;
import io.playcaller.forecast.ledger.RetentionAnswer;
import io.playcaller.forecast.ledger.RetentionQuestion;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Figures of the past: of closed periods as they were said, else computed anew when asked, on a worker thread. */
@ApplicationScoped
public class LedgerService {

    private final LedgerSource source;
    private final ClosedPeriods closed;
    private final RetentionDefinition definition;

    LedgerService(LedgerSource source, ClosedPeriods closed, RetentionDefinition definition) {
        this.source = source;
        this.closed = closed;
        this.definition = definition;
    }

    /** The company's definition. */
    public RetentionDefinition definition() {
        return definition;
    }

    /**
     * What a past period kept.
     *
     * @param restated by what is known now, also where the period is closed
     */
    public Uni<Retention> retention(RetentionQuestion question, boolean restated) {
        boolean own = definition
                .at(question.definition().grain())
                .in(question.definition().currencyRule())
                .equals(question.definition());
        return restated || !own
                ? computed(question)
                : closed.find(question)
                        .chain(said -> said.isPresent() ? Uni.createFrom().item(said.get()) : computed(question));
    }

    /** Entries of the ledger, in order of account, product and day. */
    public Uni<List<LedgerEntry>> entries(EntryFilter filter) {
        return source.inputs(filter)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(inputs -> inputs.ledger().entries(definition.reactivationGapDays()).stream()
                        .filter(filter::takes)
                        .toList());
    }

    private Uni<Retention> computed(RetentionQuestion question) {
        return source.inputs(question)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(inputs -> RetentionAnswer.of(question, inputs.ledger(), inputs));
    }
}
