package io.playcaller.router.task.in;

import io.playcaller.router.task.Precision;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often a reason was right, by those who worked on it in the last 180 days.
 *
 * @param answers how many of each
 * @param judged answers that say whether it was right: all but {@code wrong-person}
 * @param right all but {@code false-alarm} and {@code wrong-person}
 * @param percent of the judged ones, rounded down; null while there are none
 * @param proposal what to do about it; null while nothing needs to be done, or too few have answered
 */
public record PrecisionView(
        String reason,
        Map<String, Long> answers,
        long judged,
        long right,
        @Nullable Integer percent,
        @Nullable String proposal) {

    static PrecisionView of(Precision precision) {
        Map<String, Long> answers = new LinkedHashMap<>();
        precision.counts().forEach((closing, number) -> answers.put(closing.wire(), number));
        return new PrecisionView(
                precision.reason(),
                answers,
                precision.judged(),
                precision.right(),
                precision.percent().orElse(null),
                precision.proposal().orElse(null));
    }
}
