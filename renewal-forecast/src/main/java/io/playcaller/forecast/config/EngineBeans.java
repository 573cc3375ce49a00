package io.playcaller.forecast.config;

import io.playcaller.chassis.topics.TopicRequirements;
import io.playcaller.contracts.Topic;
import io.playcaller.forecast.engine.contract.PriorModel;
import io.playcaller.forecast.engine.ledger.CurrencyRule;
import io.playcaller.forecast.engine.ledger.Grain;
import io.playcaller.forecast.engine.ledger.RetentionDefinition;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The engine as configured, and the topics that this service needs. */
@Singleton
final class EngineBeans {

    private final ForecastConfig config;

    EngineBeans(ForecastConfig config) {
        this.config = config;
    }

    /** What forecasts until a model was learnt. */
    @Produces
    @Singleton
    PriorModel prior() {
        ForecastConfig.Prior prior = config.prior();
        return new PriorModel(prior.renews(), prior.contracts(), prior.expands());
    }

    @Produces
    @Singleton
    RetentionDefinition definition() {
        return new RetentionDefinition(
                Grain.LINE, CurrencyRule.EACH_BY_ITSELF, config.reactivationGapDays(), config.upliftCounts());
    }

    @Produces
    @Singleton
    TopicRequirements topics() {
        return TopicRequirements.of(
                Topic.ACCOUNT_REGISTER,
                Topic.HEALTH_CHANGES,
                Topic.SIGNALS,
                Topic.TASKS,
                Topic.PLAY_OUTCOMES,
                Topic.RENEWAL_FORECASTS,
                Topic.DEAD_LETTERS);
    }
}
