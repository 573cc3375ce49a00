package io.playcaller.forecast.lab.trial;

import org.jspecify.annotations.Nullable;

/**
 * What came of one candidate.
 *
 * @param part what it says: {@code renewal: refit}, {@code renewal: recalibrated}, {@code less and more}, {@code shares}
 * @param loss what was compared; null where nothing was tried
 * @param difference to the model in force; null where nothing was tried
 * @param better whether it beats the model in force
 * @param why in words
 */
public record Verdict(
        String part, @Nullable String loss, @Nullable Difference difference, boolean better, String why) {

    static Verdict untried(String part, String why) {
        return new Verdict(part, null, null, false, why);
    }

    static Verdict of(String part, String loss, Difference difference) {
        String why = difference.better()
                ? "better on later endings: the whole 95% interval of the difference lies below 0"
                : "not better beyond doubt: the 95% interval of the difference does not lie below 0, or by next to nothing";
        return new Verdict(part, loss, difference, difference.better(), why);
    }
}
