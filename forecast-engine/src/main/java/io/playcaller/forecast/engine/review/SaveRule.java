package io.playcaller.forecast.engine.review;

import java.math.BigDecimal;

/**
 * When a contract that was at risk counts as saved.
 *
 * @param days before the turn in which the risk must have been open
 * @param keptThousandths of its amount that must go on
 */
public record SaveRule(int days, int keptThousandths) {

    private static final int THOUSANDTHS = 3;

    /** 180 days, 90%. */
    public static SaveRule defaults() {
        return new SaveRule(180, 900);
    }

    /** What became of a contract. */
    public enum Fate {
        SAVED,
        CONTRACTED,
        LOST
    }

    /** What became of the contract whose turn it was. */
    public Fate of(Turn turn) {
        if (turn.after() == 0) {
            return Fate.LOST;
        }
        BigDecimal needed =
                BigDecimal.valueOf(turn.before()).multiply(BigDecimal.valueOf(keptThousandths, THOUSANDTHS));
        return BigDecimal.valueOf(turn.after()).compareTo(needed) >= 0 ? Fate.SAVED : Fate.CONTRACTED;
    }
}
