package io.playcaller.forecast.memory.app;

import io.playcaller.forecast.config.ForecastConfig;
import io.playcaller.forecast.engine.memory.Deciding;
import io.playcaller.forecast.memory.QuarterErrors;
import io.playcaller.forecast.memory.Remembered;
import io.playcaller.forecast.memory.app.ClosedForecasts.Place;
import io.playcaller.forecast.portfolio.Quarter;
import io.playcaller.forecast.portfolio.app.PeriodTerms;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** Once the renewals of a quarter are closed: finds by the last sixteen quarters what a quarter does to all renewals at once. */
@ApplicationScoped
public class PeriodKeeper {

    /** Forecasts of so many days before: those of a quarter that lies ahead whole. */
    private static final int[] HORIZON = {90};

    private static final int YEARS = 4;
    private static final int AT_ONCE = 5_000;

    private final ClosedForecasts closed;
    private final OutcomeRule rule;
    private final PeriodTerms terms;
    private final double believed;

    PeriodKeeper(ClosedForecasts closed, OutcomeRule rule, PeriodTerms terms, ForecastConfig config) {
        this.closed = closed;
        this.rule = rule;
        this.terms = terms;
        this.believed = config.periodDeviation();
    }

    /** Completes when what the quarters closed by {@code day} tell is kept. */
    public Uni<Void> keep(LocalDate day) {
        Deciding by = rule.on(day);
        LocalDate until = closedUntil(by);
        return terms.has(until, believed)
                .chain(kept -> kept
                        ? Uni.createFrom().voidItem()
                        : add(until, by, new Place("", until.minusYears(YEARS), 0), new QuarterErrors())
                                .chain(errors -> terms.keep(errors.told(until, believed))));
    }

    /** The first day of the newest quarter before which all is closed: also what short terms did that nobody closed. */
    private static LocalDate closedUntil(Deciding by) {
        int days = Math.max(by.gapDays(), by.shortTerms().grace());
        return Quarter.of(by.today().plusDays(1).minusDays(days)).firstDay();
    }

    private Uni<QuarterErrors> add(LocalDate until, Deciding by, Place after, QuarterErrors all) {
        return closed.of(until.minusYears(YEARS), until, HORIZON, by.shortTerms(), after, AT_ONCE)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(slice -> {
                    slice.forEach(all::add);
                    return slice.size() < AT_ONCE ? Uni.createFrom().item(all) : add(until, by, place(slice), all);
                });
    }

    private static Place place(List<Remembered> slice) {
        Remembered last = slice.get(slice.size() - 1);
        return new Place(last.contractId(), last.renewalOn(), last.horizon());
    }
}
