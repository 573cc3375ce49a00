package io.playcaller.forecast.model.app;

import io.playcaller.forecast.config.InForce;
import io.playcaller.forecast.engine.contract.CategoryRule;
import io.playcaller.forecast.engine.contract.ContractForecaster;
import io.playcaller.forecast.engine.contract.ContractModel;
import io.playcaller.forecast.engine.contract.PriorModel;
import io.playcaller.forecast.engine.ledger.RetentionDefinition;
import io.playcaller.forecast.lab.trial.ModelCard;
import io.playcaller.forecast.model.ModelChoice;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The forecaster in force. Which version that is is asked each time, inside the caller's transaction, so that no replica goes on with
 * another; the model itself is read once, and again when the rule of categories changed.
 */
@ApplicationScoped
public class Forecasters {

    private static final Logger LOG = Logger.getLogger(Forecasters.class);

    private record Loaded(String version, ContractForecaster forecaster) {}

    private final Models models;
    private final PriorModel prior;
    private final InForce<CategoryRule> categories;
    private final RetentionDefinition definition;
    private volatile Loaded last;

    Forecasters(Models models, PriorModel prior, InForce<CategoryRule> categories, RetentionDefinition definition) {
        this.models = models;
        this.prior = prior;
        this.categories = categories;
        this.definition = definition;
        this.last = new Loaded(
                ModelChoice.PRIOR,
                new ContractForecaster(prior, categories.now().rules()));
    }

    /** The one that everything is forecast with now. */
    public Uni<ContractForecaster> inForce(SqlClient client) {
        return models.inForce(client).chain(version -> {
            Loaded known = last;
            CategoryRule rule = categories.now().rules();
            return known.version().equals(version)
                            && known.forecaster().categories().equals(rule)
                    ? Uni.createFrom().item(known.forecaster())
                    : models.card(client, version).map(card -> load(version, card, rule));
        });
    }

    /** The version of it as forecasts name it. */
    public Uni<String> version(SqlClient client) {
        return inForce(client).map(forecaster -> forecaster.model().version());
    }

    /** The version in the store of one that people or forecasts name. */
    public String stored(String named) {
        return named.equals(prior.version()) ? ModelChoice.PRIOR : named;
    }

    /** Who is back within so many days never left, in the history that a forecast is made from. */
    public int gapDays() {
        return definition.reactivationGapDays();
    }

    /** The model of day one. */
    public PriorModel prior() {
        return prior;
    }

    private ContractForecaster load(String version, Optional<ModelCard> card, CategoryRule rule) {
        if (card.isEmpty() && !version.equals(ModelChoice.PRIOR)) {
            LOG.errorf("model %s is in force, but there is no such model; the prior takes its place", version);
        }
        ContractModel model =
                card.map(ModelCard::model).map(ContractModel.class::cast).orElse(prior);
        ContractForecaster forecaster = new ContractForecaster(model, rule);
        last = new Loaded(version, forecaster);
        return forecaster;
    }
}
