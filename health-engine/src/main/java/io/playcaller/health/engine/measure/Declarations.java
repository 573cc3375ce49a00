package io.playcaller.health.engine.measure;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.model.Declared;
import io.playcaller.health.engine.model.Expression;
import io.playcaller.health.engine.model.Expression.Change;
import io.playcaller.health.engine.model.Expression.Count;
import io.playcaller.health.engine.model.Expression.DaysSince;
import io.playcaller.health.engine.model.Expression.Ratio;
import io.playcaller.health.engine.model.Expression.Uses;
import io.playcaller.health.engine.model.Sign;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the measures that a model declares. */
final class Declarations {

    /** Fewer in the days before are too few for a ratio. */
    private static final long ENOUGH_USES = 12;

    private static final long ENOUGH_DAYS = 4;

    private Declarations() {}

    /** The value in thousandths of the measure's unit, or {@link Reading#MISSING}. */
    static long value(Declared declared, Context context) {
        Expression expression = declared.expression();
        if (unknown(expression, context) != null) {
            return Reading.MISSING;
        }
        if (expression instanceof DaysSince since) {
            return daysSince(since.sign(), context) * 1000;
        }
        if (expression instanceof Ratio ratio) {
            return Counts.value(ratio.of(), context) * 1000 / Counts.value(ratio.to(), context);
        }
        return expression instanceof Change change
                ? changed(change, context)
                : Counts.value((Count) expression, context);
    }

    private static @Nullable String unknown(Expression expression, Context context) {
        if (expression instanceof DaysSince since) {
            int warmUp = context.model().signals().warmUpDays();
            return Signs.unknown(since.sign(), context, warmUp, Signs.until(context));
        }
        if (expression instanceof Ratio ratio) {
            return unknown(ratio, context);
        }
        if (expression instanceof Change change) {
            int needed = change.of().days() + change.against();
            String unknown = Counts.unknown(change.of(), context, needed);
            boolean little = unknown == null && before(change, context) < enough(change);
            return little ? "Too little to compare" : unknown;
        }
        return Counts.unknown((Count) expression, context);
    }

    private static @Nullable String unknown(Ratio ratio, Context context) {
        String unknown = Counts.unknown(ratio.of(), context);
        if (unknown == null) {
            unknown = Counts.unknown(ratio.to(), context);
        }
        return unknown == null && Counts.value(ratio.to(), context) == 0
                ? "Nothing to compare with: " + Counts.phrase(ratio.to(), context)
                : unknown;
    }

    private static long daysSince(Sign sign, Context context) {
        long from = Math.max(Signs.last(sign, context), Signs.base(sign, context));
        long today = context.view().day(sign.feed());
        long unknown = sign.feed() == Feed.USAGE ? context.usage().known().unknown(from + 1, today) : 0;
        return Math.min(sign.remembered(), Math.max(0, today - from - unknown));
    }

    private static long changed(Change change, Context context) {
        long now = Counts.value(change.of(), context) / 1000 * change.against();
        long before = before(change, context) * change.of().days();
        return Math.floorDiv((now - before) * 100, before) * 10;
    }

    private static long before(Change change, Context context) {
        long yesterday = Counts.yesterday(change.of(), context);
        int days = change.of().days();
        long last =
                change.of().feed() == Feed.USAGE ? context.usage().known().before(yesterday, days) : yesterday - days;
        return Counts.sum(change.of(), context, last - change.against() + 1, last);
    }

    private static long enough(Change change) {
        return change.of() instanceof Uses ? ENOUGH_USES : ENOUGH_DAYS;
    }

    static String sentence(Declared declared, Context context, long value) {
        String unknown = unknown(declared.expression(), context);
        String sentence = unknown == null ? known(declared.expression(), context, value) : unknown;
        String begun = sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
        return declared.label().isEmpty() ? begun : declared.label() + ": " + begun;
    }

    private static String known(Expression expression, Context context, long value) {
        if (expression instanceof DaysSince since) {
            return since(since.sign(), context, value / 1000);
        }
        if (expression instanceof Ratio ratio) {
            return Words.percent(value) + ": " + Counts.phrase(ratio.of(), context) + ", against "
                    + Counts.phrase(ratio.to(), context);
        }
        if (expression instanceof Change change) {
            return Counts.phrase(change.of(), context) + ", " + Words.percent(Math.abs(value))
                    + (value < 0 ? " below" : " above") + " the "
                    + Words.count(change.against(), "day") + " before";
        }
        return Counts.phrase((Count) expression, context);
    }

    private static String since(Sign sign, Context context, long days) {
        String ago = Words.count(days, "day");
        if (Signs.last(sign, context) != Signs.NEVER) {
            return ago + " since the last " + Signs.noun(sign);
        }
        String known = days >= sign.remembered() ? " or more" : ", as far as is known";
        return "no " + Signs.noun(sign) + " for " + ago + known;
    }

    /** Since when time alone moves it. */
    static Optional<LocalDate> since(Declared declared, Context context, long value) {
        if (declared.expression() instanceof DaysSince since) {
            long last = Signs.last(since.sign(), context);
            return value == Reading.MISSING || last == Signs.NEVER ? Optional.empty() : Optional.of(Days.date(last));
        }
        return declared.feed() == Feed.USAGE ? Since.lastUse(context) : Optional.empty();
    }
}
