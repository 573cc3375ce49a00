package io.playcaller.forecast.ledger.app;

import io.playcaller.forecast.engine.ledger.LedgerEntry;
import io.playcaller.forecast.engine.ledger.RetentionDefinition;
import io.playcaller.forecast.ledger.CustomerRetention;
import io.playcaller.forecast.ledger.EntryFilter;
import io.playcaller.forecast.ledger.Retention;
import io.playcaller.forecast.ledger.RetentionAnswer;
import io.playcaller.forecast.ledger.RetentionQuestion;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

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
        return restated
                ? computed(question)
                : closed(question)
                        .chain(said -> said.isPresent() ? Uni.createFrom().item(said.get()) : computed(question));
    }

    /** What a past period kept, as it is said, with what each customer did in it by what is known now. */
    public Uni<CustomerRetention> byCustomer(RetentionQuestion question) {
        return source.inputs(question)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(inputs -> CustomerRetention.of(question, inputs))
                .chain(known ->
                        closed(question).map(said -> said.map(known::closed).orElse(known)));
    }

    /** What was said when the period was closed; empty while it is not, and under a definition that is not the company's. */
    private Uni<Optional<Retention>> closed(RetentionQuestion question) {
        boolean own = definition
                .at(question.definition().grain())
                .in(question.definition().currencyRule())
                .equals(question.definition());
        return own ? closed.find(question) : Uni.createFrom().item(Optional.empty());
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
