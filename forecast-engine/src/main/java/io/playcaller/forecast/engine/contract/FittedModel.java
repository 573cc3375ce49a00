package io.playcaller.forecast.engine.contract;

import io.playcaller.forecast.engine.calibration.Calibration;
import io.playcaller.forecast.engine.fit.LinearScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model that was learnt from a company's own closed contracts. What could not be learnt is as the prior says. What is certain
 * of an end (a cancellation on record, an end that has passed) is never learnt and comes after all else.
 *
 * @param prior speaks for every part that is null
 * @param renewal log-odds of renewal; null where too few contracts ended: then the prior's, put right by {@code calibration}
 * @param calibration learnt from a window after the one that taught {@code renewal}
 */
public record FittedModel(
        String version, PriorModel prior, @Nullable LinearScore renewal, Calibration calibration, Growth growth)
        implements ContractModel {

    /**
     * What is known of amounts.
     *
     * @param less log-odds of renewing with less, against the same; null for the prior's
     * @param more log-odds of renewing with more, against the same; null for the prior's
     */
    public record Growth(
            @Nullable LinearScore less, @Nullable LinearScore more, AmountShares shares) {

        /** As the prior says. */
        public static final Growth PRIOR = new Growth(null, null, AmountShares.prior());
    }

    @Override
    public Probabilities of(ContractSituation situation) {
        Reckoning reckoning = reckon(situation).through(calibration).then(PresentEffects.ofEnd(situation));
        String base = renewal == null
                ? "Of all contracts, before anything is known"
                : "Of a contract that is average in everything, by those that ended";
        return Probabilities.of(
                reckoning.drivers(base), odds(growth.less(), situation, true), odds(growth.more(), situation, false));
    }

    @Override
    public AmountShares amounts() {
        return growth.shares();
    }

    private Reckoning reckon(ContractSituation situation) {
        if (renewal == null) {
            return prior.reckon(situation);
        }
        List<Effect> effects = new ArrayList<>();
        for (Map.Entry<String, Double> part :
                renewal.contributions(name -> Feature.value(name, situation)).entrySet()) {
            Feature.named(part.getKey())
                    .map(feature -> feature.effect(situation, part.getValue()))
                    .ifPresentOrElse(
                            effects::add,
                            () -> effects.add(new Effect(part.getKey(), part.getValue(), "Unknown here")));
        }
        return new Reckoning(renewal.intercept(), effects);
    }

    private double odds(@Nullable LinearScore score, ContractSituation situation, boolean less) {
        if (score == null) {
            return less ? prior.lessOdds(situation) : prior.moreOdds(situation);
        }
        return Math.exp(score.logOdds(name -> Feature.value(name, situation)));
    }
}
