package io.playcaller.forecast.ledger.in;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.forecast.day.WrittenDay;
import io.playcaller.forecast.engine.ledger.CurrencyRule;
import io.playcaller.forecast.engine.ledger.Grain;
import io.playcaller.forecast.engine.ledger.Period;
import io.playcaller.forecast.engine.ledger.RetentionDefinition;
import io.playcaller.forecast.ledger.Dimension;
import io.playcaller.forecast.ledger.RetentionQuestion;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of questions about the past; what cannot be read is refused with its field. */
final class Asked {

    private static final int LONGEST_GAP = 365;

    private Asked() {}

    static Period period(@Nullable String from, @Nullable String until) {
        LocalDate first = day("from", from);
        LocalDate end = day("until", until);
        if (!end.isAfter(first)) {
            throw refused("until", "a day after " + first, end.toString());
        }
        return new Period(first, end);
    }

    static LocalDate day(String field, @Nullable String text) {
        try {
            return WrittenDay.read(text == null ? "" : text);
        } catch (DateTimeException e) {
            throw refused(field, "a day, such as 2026-01-01", text == null ? "nothing" : text);
        }
    }

    static @Nullable LocalDate optionalDay(String field, @Nullable String text) {
        return text == null ? null : day(field, text);
    }

    /** The company's definition with what the question says otherwise. */
    static RetentionDefinition definition(RetentionDefinition own, RetentionParameters said) {
        Grain grain =
                Grain.of(said.grain()).orElseThrow(() -> refused("grain", "line, account or parent", said.grain()));
        CurrencyRule rule = CurrencyRule.of(said.currency())
                .orElseThrow(() -> refused("currency", "each-by-itself or constant", said.currency()));
        int gap = said.gapDays() == null ? own.reactivationGapDays() : said.gapDays();
        if (gap < 0 || gap > LONGEST_GAP) {
            throw refused("gapDays", "0 to " + LONGEST_GAP, String.valueOf(gap));
        }
        boolean uplift = said.uplift() == null ? own.upliftCounts() : flag("uplift", said.uplift());
        return new RetentionDefinition(grain, rule, gap, uplift);
    }

    static RetentionQuestion question(Period period, RetentionDefinition definition, @Nullable String by) {
        Dimension dimension = by == null
                ? null
                : Dimension.of(by)
                        .orElseThrow(() -> refused(
                                "by",
                                Arrays.stream(Dimension.values())
                                        .map(Dimension::key)
                                        .collect(Collectors.joining(", ")),
                                by));
        if (dimension == Dimension.PRODUCT && definition.grain() != Grain.LINE) {
            throw refused(
                    "by",
                    "with grain=line where it is product",
                    "product at the grain of " + definition.grain().key());
        }
        return new RetentionQuestion(period, definition, dimension);
    }

    static boolean flag(String field, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refused(field, "true or false", text);
        };
    }

    static ProblemException refused(String field, String expected, String actual) {
        return new ProblemException(Problem.badField("retention.invalid", field, expected, actual));
    }
}
