package io.playcaller.forecast.portfolio.app;

import io.playcaller.forecast.engine.contract.ContractForecaster;
import io.playcaller.forecast.engine.ledger.ContractLedger;
import io.playcaller.forecast.engine.ledger.Grain;
import io.playcaller.forecast.engine.ledger.RetentionDefinition;
import io.playcaller.forecast.engine.portfolio.PortfolioModel;
import io.playcaller.forecast.portfolio.Portfolio;
import io.playcaller.forecast.portfolio.Portfolio.Definitions;
import io.playcaller.forecast.portfolio.QuarterFigures;
import io.playcaller.forecast.portfolio.Retention;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Figures of the whole portfolio, computed anew when asked, on a worker thread. */
@ApplicationScoped
public class PortfolioService {

    private static final BigDecimal LEVEL = new BigDecimal("0.90");

    private final Portfolios portfolios;
    private final PortfolioModel model;
    private final ContractForecaster forecaster;
    private final RetentionDefinition definition;

    PortfolioService(
            Portfolios portfolios,
            PortfolioModel model,
            ContractForecaster forecaster,
            RetentionDefinition definition) {
        this.portfolios = portfolios;
        this.model = model;
        this.forecaster = forecaster;
        this.definition = definition;
    }

    /** What the coming quarters keep. */
    public Uni<Portfolio> ahead(int quarters) {
        return portfolios
                .today()
                .chain(today -> portfolios
                        .renewals()
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(renewals -> new Portfolio(
                                definitions(), QuarterFigures.of(renewals, today, quarters, model), null)));
    }

    /** What a past period kept. */
    public Uni<Retention> past(LocalDate from, LocalDate until, Grain grain) {
        return portfolios
                .contracts()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(contracts -> {
                    List<Retention.Bridge> bridges =
                            ContractLedger.of(contracts).bridge(from, until, definition.at(grain)).values().stream()
                                    .map(Retention.Bridge::of)
                                    .toList();
                    return new Retention(
                            from,
                            until,
                            grain.key(),
                            definition.currencyRule().key(),
                            definition.reactivationGapDays(),
                            bridges);
                });
    }

    private Definitions definitions() {
        return new Definitions(
                "contract",
                definition.currencyRule().key(),
                LEVEL,
                "ARR due for renewal in the quarter",
                "counted in the current quarter",
                model.shock().deviation(),
                forecaster.model().version());
    }
}
