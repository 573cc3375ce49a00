package io.playcaller.ingest.source.health;

/**
 * How improbable a count is, as upper bounds: never smaller than the true probability, so that what is called improbable is.
 */
final class TailBounds {

    private TailBounds() {}

    /**
     * At most so probable is it that a Poisson variable of mean {@code mean} is {@code seen} or less:
     * {@code e^-mean (e mean / seen)^seen} for {@code seen < mean}, else 1. Source: M. Mitzenmacher, E. Upfal, Probability and
     * Computing, 2nd edition, 2017, theorem 5.4.2 (Chernoff bound of the Poisson distribution).
     */
    static double poissonAtMost(long seen, double mean) {
        if (seen >= mean) {
            return 1;
        }
        return Math.exp(seen - mean + (seen == 0 ? 0 : seen * Math.log(mean / seen)));
    }

    /**
     * At most so probable is it that of {@code trials} independent ones with chance {@code chance} the part {@code share} or
     * more happens: {@code e^(-trials KL(share, chance))} for {@code share > chance}, else 1, where {@code KL} is the relative
     * entropy. Source: W. Hoeffding, Probability Inequalities for Sums of Bounded Random Variables, Journal of the American
     * Statistical Association 58 (1963), theorem 1.
     *
     * @param chance above 0 and below 1
     */
    static double binomialAtLeast(double share, long trials, double chance) {
        if (share <= chance) {
            return 1;
        }
        double entropy = term(share, chance) + term(1 - share, 1 - chance);
        return Math.exp(-trials * entropy);
    }

    private static double term(double p, double q) {
        return p == 0 ? 0 : p * Math.log(p / q);
    }
}
