package io.playcaller.forecast.kpi.in;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.forecast.portfolio.Quarter;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A quarter as requests name it, such as {@code 2026-Q3}. */
final class QuarterWord {

    private static final Pattern WORD = Pattern.compile("(\\d{4})-Q([1-4])");

    private QuarterWord() {}

    /**
     * The quarter that is named; the one that runs where none is.
     *
     * @throws ProblemException 400 for what is none, and for one that has not begun
     */
    static Quarter read(@Nullable String word, LocalDate today) {
        if (word == null) {
            return Quarter.of(today);
        }
        Matcher parts = WORD.matcher(word);
        if (!parts.matches()) {
            throw refused("a quarter, such as 2026-Q3", word);
        }
        Quarter quarter = new Quarter(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
        if (quarter.firstDay().isAfter(today)) {
            throw refused("a quarter that has begun", word);
        }
        return quarter;
    }

    private static ProblemException refused(String expected, String actual) {
        return new ProblemException(Problem.badField("quarter.invalid", "quarter", expected, actual));
    }
}
