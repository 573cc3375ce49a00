package io.playcaller.forecast.portfolio.app;

import io.playcaller.forecast.config.ForecastConfig;
import io.playcaller.forecast.engine.portfolio.PeriodShock;
import io.playcaller.forecast.engine.portfolio.PortfolioModel;
import io.playcaller.forecast.portfolio.PeriodTerm;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * How contracts are summed up: with what quarters were found to do to all at once, until then with what is configured. What was found is
 * asked each time, so that replicas say the same; the model is made anew when it changed.
 */
@ApplicationScoped
public class PortfolioModels {

    private final PeriodTerms terms;
    private final double believed;
    private volatile PortfolioModel last;

    PortfolioModels(PeriodTerms terms, ForecastConfig config) {
        this.terms = terms;
        this.believed = config.periodDeviation();
        this.last = new PortfolioModel(new PeriodShock(believed));
    }

    /** The one in force. */
    public Uni<PortfolioModel> inForce() {
        return terms.newest(believed)
                .map(found -> with(found.map(PeriodTerm::deviation).orElse(believed)));
    }

    private PortfolioModel with(double deviation) {
        PortfolioModel known = last;
        if (known.shock().deviation() != deviation) {
            known = new PortfolioModel(new PeriodShock(deviation));
            last = known;
        }
        return known;
    }
}
