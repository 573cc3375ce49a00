package io.playcaller.forecast.ledger.app;

import io.playcaller.contracts.Money;
import io.playcaller.forecast.config.ForecastConfig;
import io.playcaller.forecast.engine.ledger.ContractLedger;
import io.playcaller.forecast.engine.ledger.MissingRate;
import io.playcaller.forecast.engine.ledger.Period;
import io.playcaller.forecast.engine.ledger.RetentionDefinition;
import io.playcaller.forecast.ledger.ClosedQuarters;
import io.playcaller.forecast.ledger.LedgerInputs;
import io.playcaller.forecast.ledger.Retention;
import io.playcaller.forecast.ledger.RetentionAnswer;
import io.playcaller.forecast.ledger.RetentionQuestion;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/**
 * Once a UTC day: closes the quarters that are due, looks whether closed ones would be others now, and says which rates are
 * missing. Several replicas may do so at once: what is closed, or found on a day, is written once.
 */
@ApplicationScoped
public class LedgerSweep {

    private final LedgerSource source;
    private final ClosedPeriods closed;
    private final RetentionDefinition definition;
    private final ForecastConfig config;

    LedgerSweep(LedgerSource source, ClosedPeriods closed, RetentionDefinition definition, ForecastConfig config) {
        this.source = source;
        this.closed = closed;
        this.definition = definition;
        this.config = config;
    }

    /** One look; completes when everything due is done. */
    public Uni<Void> sweep() {
        return source.today()
                .chain(today -> closed.days()
                        .chain(days -> days.lookedOn().isBefore(today)
                                ? look(today, ClosedQuarters.on(today, days.since(), config.closeAfterDays()))
                                : Uni.createFrom().voidItem()));
    }

    private Uni<Void> look(LocalDate today, List<Period> quarters) {
        return source.inputs().emitOn(Infrastructure.getDefaultWorkerPool()).chain(inputs -> {
            ContractLedger ledger = inputs.ledger();
            return Multi.createFrom()
                    .iterable(quarters)
                    .onItem()
                    .transformToUniAndConcatenate(quarter -> look(today, quarter, ledger, inputs))
                    .collect()
                    .last()
                    .chain(() -> closed.missing(missing(today, ledger, inputs)))
                    .chain(() -> closed.looked(today));
        });
    }

    private Uni<Void> look(LocalDate today, Period quarter, ContractLedger ledger, LedgerInputs inputs) {
        List<RetentionQuestion> whole = ClosedQuarters.whole(quarter, definition);
        return closed.find(whole.get(0))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(said -> said.isEmpty()
                        ? close(ClosedQuarters.questions(quarter, definition), ledger, inputs)
                        : Multi.createFrom()
                                .iterable(whole)
                                .onItem()
                                .transformToUniAndConcatenate(question -> compare(today, question, ledger, inputs))
                                .collect()
                                .last()
                                .replaceWithVoid());
    }

    private Uni<Void> close(List<RetentionQuestion> questions, ContractLedger ledger, LedgerInputs inputs) {
        List<Retention> answers = questions.stream()
                .map(question -> RetentionAnswer.of(question, ledger, inputs))
                .toList();
        return closed.close(questions, answers);
    }

    private Uni<Void> compare(LocalDate today, RetentionQuestion question, ContractLedger ledger, LedgerInputs inputs) {
        return closed.newest(question)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(before -> {
                    Retention after = RetentionAnswer.of(question, ledger, inputs);
                    return before.isEmpty() || before.get().saysTheSame(after)
                            ? Uni.createFrom().voidItem()
                            : closed.restate(question, today, before.get(), after);
                });
    }

    private static List<MissingRate> missing(LocalDate today, ContractLedger ledger, LedgerInputs inputs) {
        return ledger.arrOn(today).values().stream()
                .filter(arr -> arr.minor() != 0
                        && inputs.rates().on(arr.currency(), today).isEmpty())
                .map((Money arr) -> new MissingRate(arr.currency(), today, arr))
                .toList();
    }
}
