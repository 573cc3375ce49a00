package io.playcaller.forecast.engine.contract;

import io.playcaller.contracts.forecast.Interval;
import io.playcaller.forecast.engine.LogOdds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What may become of an amount at renewal, as a small distribution: lost, less, the same, more.
 *
 * @param given the outcomes given renewal; their shares sum to 1
 */
public record Outcomes(List<Outcome> given) {

    private static final int THOUSAND = 1_000;

    /**
     * One outcome.
     *
     * @param kept thousandths of the amount
     */
    public record Outcome(int kept, double probability) {

        /** What is kept of {@code arr}, in minor units, half up. */
        public long of(long arr) {
            return Math.floorDiv(Math.addExact(Math.multiplyExact(arr, kept), THOUSAND / 2), THOUSAND);
        }

        /** The same without growth. */
        public Outcome gross() {
            return kept <= THOUSAND ? this : new Outcome(THOUSAND, probability);
        }
    }

    /** The outcomes given renewal of probabilities in millionths. */
    public static Outcomes of(int contracts, int expands, AmountShares shares) {
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(new Outcome(THOUSAND, (double) (LogOdds.ONE - contracts - expands) / LogOdds.ONE));
        for (int i = 0; i < AmountShares.HOW_OFTEN.size(); i++) {
            double often = AmountShares.HOW_OFTEN.get(i);
            outcomes.add(new Outcome(shares.less().get(i), often * contracts / LogOdds.ONE));
            outcomes.add(new Outcome(shares.more().get(i), often * expands / LogOdds.ONE));
        }
        outcomes.sort(Comparator.comparingInt(Outcome::kept));
        return new Outcomes(List.copyOf(outcomes));
    }

    /** 5%, 50% and 95% quantile of what is retained of {@code arr} without growth. */
    public Interval retained(long arr, int renews) {
        return new Interval(quantile(arr, renews, 0.05), quantile(arr, renews, 0.5), quantile(arr, renews, 0.95));
    }

    private long quantile(long arr, int renews, double level) {
        double renewal = (double) renews / LogOdds.ONE;
        double below = 1 - renewal;
        if (below >= level) {
            return 0;
        }
        for (Outcome outcome : given) {
            below += renewal * outcome.probability();
            if (below >= level) {
                return outcome.gross().of(arr);
            }
        }
        return arr;
    }
}
