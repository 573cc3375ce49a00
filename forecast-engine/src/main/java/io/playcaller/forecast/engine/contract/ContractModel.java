package io.playcaller.forecast.engine.contract;

/** Says of a contract how likely it renews, and with how much. The same situation has the same answer. */
public sealed interface ContractModel permits PriorModel, FittedModel {

    /** Stands beside every forecast: what made it. */
    String version();

    /** The probabilities of {@code situation}, with the drivers of renewal; their points sum to it exactly. */
    Probabilities of(ContractSituation situation);

    /** How much less, and how much more, contracts renew with. */
    AmountShares amounts();
}
