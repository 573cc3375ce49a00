package io.playcaller.forecast.portfolio.app;

import io.playcaller.forecast.engine.ledger.RetentionDefinition;
import io.playcaller.forecast.engine.portfolio.PortfolioModel;
import io.playcaller.forecast.model.app.Forecasters;
import io.playcaller.forecast.portfolio.By;
import io.playcaller.forecast.portfolio.Portfolio;
import io.playcaller.forecast.portfolio.Portfolio.Definitions;
import io.playcaller.forecast.portfolio.Portfolio.Figures;
import io.playcaller.forecast.portfolio.QuarterFigures;
import io.playcaller.forecast.portfolio.Renewals;
import io.playcaller.forecast.portfolio.Target;
import io.playcaller.forecast.portfolio.app.LastAnswers.Question;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Figures of what is ahead, computed when asked, on a worker thread, from all contracts; kept while these do not change. */
@ApplicationScoped
public class AheadService {

    /** So many quarters times groups are computed for one answer. */
    public static final int MOST_FIGURES = 1_000;

    private static final BigDecimal LEVEL = new BigDecimal("0.90");

    private final RenewalTable renewals;
    private final Targets targets;
    private final PortfolioModels models;
    private final Forecasters forecasters;
    private final Pool pool;
    private final RetentionDefinition definition;
    private final LastAnswers kept = new LastAnswers();

    AheadService(
            RenewalTable renewals,
            Targets targets,
            PortfolioModels models,
            Forecasters forecasters,
            Pool pool,
            RetentionDefinition definition) {
        this.renewals = renewals;
        this.targets = targets;
        this.models = models;
        this.forecasters = forecasters;
        this.pool = pool;
        this.definition = definition;
    }

    /**
     * What the coming quarters keep.
     *
     * @return empty where there are more figures than {@link #MOST_FIGURES}
     */
    public Uni<Optional<Portfolio>> ahead(int quarters, By by) {
        return model().chain(model -> definitions(by, model)
                .chain(definitions -> renewals(by)
                        .chain(known -> targets.inForce()
                                .emitOn(Infrastructure.getDefaultWorkerPool())
                                .map(aims -> figures(model, known, quarters, by, aims)
                                        .map(figures -> new Portfolio(definitions, figures, null))))));
    }

    /** By product none are kept: contracts that are divided are others each time. */
    private Optional<List<Figures>> figures(
            PortfolioModel model, Renewals known, int quarters, By by, List<Target> aims) {
        Supplier<Optional<List<Figures>>> computed =
                () -> figures(model, by, aims).of(known, quarters, MOST_FIGURES);
        return by == By.PRODUCT
                ? computed.get()
                : kept.answer(new Question(by, quarters, aims, model.shock().deviation()), known, computed);
    }

    /** All contracts, divided by product where that is asked for. */
    public Uni<Renewals> renewals(By by) {
        if (by != By.PRODUCT) {
            return renewals.now();
        }
        return renewals.now()
                .chain(known -> renewals.products()
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(known::byProduct));
    }

    /** How figures are computed: on the fine grid for the whole, on the coarse one for many groups. */
    public static QuarterFigures figures(PortfolioModel model, By by, List<Target> aims) {
        return new QuarterFigures(grid(model, by), by, aims);
    }

    private static PortfolioModel grid(PortfolioModel model, By by) {
        return by == By.WHOLE ? model : model.coarse();
    }

    /** The model in force, for {@link #figures}. */
    public Uni<PortfolioModel> model() {
        return models.inForce();
    }

    /** What figures by {@code model} mean. */
    public Uni<Definitions> definitions(By by, PortfolioModel model) {
        return forecasters.version(pool).map(version -> definitions(by, model, version));
    }

    private Definitions definitions(By by, PortfolioModel model, String modelVersion) {
        return new Definitions(
                "contract",
                by.key(),
                definition.currencyRule().key(),
                LEVEL,
                "ARR of the quarter's renewals: what is due, and what was up for renewal where it is decided",
                "they count as what became of them, as known now; of several renewals of a contract the open one, else the last",
                "all that the ledger counts today; contracts that are not due in the quarter count as kept",
                "a customer is lost when none of its contracts of the group is left; whoever has one that is not due stays; merged accounts are one",
                "counted in the current quarter until it is decided what became of them",
                "in none of these figures: what is expected and the categories are the model's; the final call stands in the list of renewals",
                model.shock().deviation(),
                BigDecimal.valueOf(grid(model, by).error()),
                modelVersion);
    }
}
