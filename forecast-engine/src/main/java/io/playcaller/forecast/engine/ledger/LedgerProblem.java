package io.playcaller.forecast.engine.ledger;

import io.playcaller.contracts.Money;
import java.util.Locale;

/**
 * Something about a contract that would make a figure wrong, and what was done about it. No figure is silently wrong:
 * what is refused is in no sum and is listed here with its money.
 *
 * @param atStake the ARR that it concerns
 */
public record LedgerProblem(String contractId, Code code, Treatment treatment, String detail, Money atStake) {

    /**
     * Both as one: {@code other} is wrong with the same contract in the same way. With the money of both, as each is about a part of the
     * contract; what replaces it is about the whole, however many do, and that is at stake once.
     */
    LedgerProblem and(LedgerProblem other) {
        Money both = code == Code.REPLACED_EARLY ? atStake : atStake.plus(other.atStake);
        return new LedgerProblem(contractId, code, treatment, detail + "; " + other.detail, both);
    }

    /** What is wrong. */
    public enum Code {
        ENDS_BEFORE_START,
        OUTCOME_BEFORE_START,
        CURRENCIES_MIXED,
        AMOUNT_NEGATIVE,
        /** More than any contract is worth; the sum of a portfolio would overflow with it. */
        AMOUNT_TOO_LARGE,
        /** It has neither lines nor movements: nothing says what it is worth. */
        AMOUNTS_MISSING,
        LINE_DUPLICATE,
        MOVEMENT_DUPLICATE,
        MOVEMENT_SIGN,
        MOVEMENT_AFTER_END,
        /** A line starts when its contract, which is closed, is over: it is left out. */
        LINE_AFTER_END,
        /** A line ended by itself, before its contract: it is lost, and somebody may have renewed it. */
        LINE_ENDED,
        /** The end of a line has passed and it counts on with its contract. */
        LINE_END_PASSED,
        /** Nothing was told of the use of a line for long, and it counts by what was used last. */
        USAGE_OLD,
        BALANCE_NEGATIVE,
        LINES_DIFFER,
        LINES_OVERLAP,
        /** It says that it goes on from a contract of the account, and there is none, or it starts no earlier. */
        REPLACES_UNKNOWN,
        /** The contract that it says it goes on from was cut short where it starts. */
        REPLACED_EARLY,
        OUTCOME_MISSING,
        /** Its forecast could not be made; what was forecast before stands. */
        FORECAST_FAILED;

        /** The code as people read it, such as {@code balance-negative}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What was done. */
    public enum Treatment {
        /** The contract is in no figure. */
        REFUSED,
        /** It counts, after a stated rule was applied. */
        REPAIRED,
        /** It counts as it stands, and somebody should look. */
        COUNTED;

        /** The word beside the problem. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
