package io.playcaller.forecast.lab.truth;

import java.util.random.RandomGenerator;

/** How the truth of a generated company is made from what is known of its renewals. */
public enum World {

    /**
     * In the form of what is learnt: straight lines of the log-odds, normal shifts, amounts that take six values. What is measured is
     * what learning loses to few outcomes and to drift.
     */
    AS_LEARNT("the truth has the form of what is learnt") {

        @Override
        double logOdds(Situation of, double weightOfUse) {
            return 0.3 * of.tenure()
                    - 1.2 * of.late()
                    + (of.scored() ? 0.5 * of.health() : WITHOUT_SCORE)
                    + weightOfUse * of.use()
                    - (of.sponsorLeft() ? 0.9 : 0);
        }

        @Override
        double shift(RandomGenerator random) {
            return random.nextGaussian();
        }

        @Override
        double kept(Situation of, RandomGenerator random) {
            double which = random.nextDouble();
            if (which < 0.12) {
                return oneOf(random, 0.9, 0.75, 0.5);
            }
            return which < 0.27 ? oneOf(random, 1.05, 1.15, 1.4) : 1;
        }
    },

    /**
     * In a form that cannot be learnt here: thresholds, effects that wear off, effects of two things together, shifts with heavy
     * tails, amounts that follow health and take any value.
     */
    OTHERWISE("the truth has a form that the model does not have") {

        @Override
        double logOdds(Situation of, double weightOfUse) {
            double ofUse = of.segment() == PUBLIC ? 0 : 1.3 * weightOfUse * of.use();
            double ofSponsor = !of.sponsorLeft() ? 0 : of.use() < 0 ? -1.5 : -0.4;
            return 0.9 * (1 - Math.exp(-of.tenure()))
                    - (of.late() > 0.5 ? 1.2 : 0)
                    + (of.scored() ? 0.8 * Math.min(of.health(), 0.3) : WITHOUT_SCORE)
                    + ofUse
                    + ofSponsor;
        }

        /** Of Student's t with four degrees of freedom, at a deviation of 1. */
        @Override
        double shift(RandomGenerator random) {
            double squares = 0;
            for (int i = 0; i < DEGREES; i++) {
                double one = random.nextGaussian();
                squares += one * one;
            }
            return random.nextGaussian() / Math.sqrt(squares / DEGREES) / Math.sqrt(2);
        }

        @Override
        double kept(Situation of, RandomGenerator random) {
            boolean well = of.health() > 0;
            double less = well ? 0.06 : 0.18;
            double more = well ? 0.22 : 0.08;
            double which = random.nextDouble();
            if (which < less) {
                return 0.35 + 0.62 * random.nextDouble();
            }
            return which < less + more ? 1.01 - 0.2 * Math.log(1 - random.nextDouble()) : 1;
        }
    };

    /** The place of this segment among those of a company. */
    static final int PUBLIC = 3;

    private static final double WITHOUT_SCORE = -0.3;
    private static final int DEGREES = 4;

    private final String sentence;

    World(String sentence) {
        this.sentence = sentence;
    }

    /**
     * What is known of a renewal, and all that moves it besides the time.
     *
     * @param health nobody knows it unless it is {@code scored}, and then it moves renewal, too
     */
    record Situation(
            int segment, double tenure, double late, double health, boolean scored, double use, boolean sponsorLeft) {}

    public String sentence() {
        return sentence;
    }

    /** What the situation adds to the log-odds of renewal. */
    abstract double logOdds(Situation of, double weightOfUse);

    /** What a year or a quarter does to all renewals, at a deviation of 1. */
    abstract double shift(RandomGenerator random);

    /** With which share it renews. */
    abstract double kept(Situation of, RandomGenerator random);

    private static double oneOf(RandomGenerator random, double half, double threeTenths, double fifth) {
        double which = random.nextDouble();
        return which < 0.5 ? half : which < 0.8 ? threeTenths : fifth;
    }
}
