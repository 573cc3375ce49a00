package io.playcaller.forecast.memory.app;

import io.playcaller.forecast.config.InForce;
import io.playcaller.forecast.engine.contract.ShortTerms;
import io.playcaller.forecast.engine.process.RenewalProcess;
import io.playcaller.forecast.memory.Accuracy;
import io.playcaller.forecast.memory.Accuracy.Definitions;
import io.playcaller.forecast.memory.Hindsights;
import io.playcaller.forecast.memory.Remembered;
import io.playcaller.forecast.memory.app.ClosedForecasts.Place;
import io.playcaller.forecast.portfolio.app.PortfolioModels;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** Holds what was forecast against what came, on a worker thread. */
@ApplicationScoped
public class AccuracyService {

    private static final int[] HORIZONS = {180, 90, 60, 30};
    private static final int AT_ONCE = 5_000;

    private final ClosedForecasts closed;
    private final Judgements judgements;
    private final PortfolioModels models;
    private final InForce<RenewalProcess> process;

    AccuracyService(
            ClosedForecasts closed, Judgements judgements, PortfolioModels models, InForce<RenewalProcess> process) {
        this.closed = closed;
        this.judgements = judgements;
        this.models = models;
        this.process = process;
    }

    private record Asked(LocalDate from, LocalDate until, ShortTerms shortTerms) {}

    /** Of all renewals due in the period that are closed. */
    public Uni<Accuracy> of(LocalDate from, LocalDate until) {
        Asked asked = new Asked(from, until, process.now().rules().shortTerms());
        return models.inForce()
                .chain(model -> add(asked, new Place("", from, 0), new Hindsights())
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(all -> Accuracy.of(
                                Definitions.stated(model.shock().deviation(), asked.shortTerms()),
                                from,
                                until,
                                all.bySource(),
                                all.coverage(model.coarse()))));
    }

    private Uni<Hindsights> add(Asked asked, Place after, Hindsights all) {
        return slice(asked, after).chain(slice -> {
            if (slice.isEmpty()) {
                return Uni.createFrom().item(all);
            }
            Remembered last = slice.get(slice.size() - 1);
            List<String> ids =
                    slice.stream().map(Remembered::contractId).distinct().toList();
            return judgements
                    .of(ids)
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .invoke(said -> slice.forEach(
                            remembered -> all.add(remembered, said.getOrDefault(remembered.contractId(), List.of()))))
                    .chain(() -> add(asked, place(last), all));
        });
    }

    private Uni<List<Remembered>> slice(Asked asked, Place after) {
        return closed.of(asked.from(), asked.until(), HORIZONS, asked.shortTerms(), after, AT_ONCE);
    }

    private static Place place(Remembered last) {
        return new Place(last.contractId(), last.renewalOn(), last.horizon());
    }
}
