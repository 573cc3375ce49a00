package io.playcaller.health.engine.measure;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.health.engine.fact.Answer;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.Marks;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.model.Declared;
import io.playcaller.health.engine.model.MeasureKind;
import io.playcaller.health.engine.model.Yardstick;
import java.time.LocalDate;
import java.util.Optional;

/** Since when time alone moves a measure: the last thing that happened of it, or the day on which it was due. */
public final class Since {

    private Since() {}

    /** Empty where there is no such day, or it is not one. */
    public static Optional<LocalDate> of(Yardstick kind, Context context, long value) {
        return kind instanceof Declared declared
                ? Declarations.since(declared, context, value)
                : of((MeasureKind) kind, context, value);
    }

    private static Optional<LocalDate> of(MeasureKind kind, Context context, long value) {
        View view = context.view();
        return switch (kind) {
            case ACTIVE_SEATS, ACTIVE_DAYS, CORE_FEATURES, DAYS_SINCE_USE, WEEK_TREND -> lastUse(context);
            case CSAT -> newest(view.facts().engagement().csat().newest(), view);
            case NPS -> newest(view.facts().engagement().nps().newest(), view);
            case SPONSOR_MET -> ago(view.day(Feed.SUCCESS), value);
            case CONTACTS_TOUCHED -> touched(view);
            case INVOICE_OVERDUE -> value > 0 ? ago(view.day(Feed.REGISTER), value) : Optional.empty();
            default -> Optional.empty();
        };
    }

    static Optional<LocalDate> lastUse(Context context) {
        UsageSpan span = UsageSpan.of(context);
        return span.known()
                ? Optional.of(Days.date(Math.max(span.first(), span.lastUse(context.usage(), span.today()))))
                : Optional.empty();
    }

    private static Optional<LocalDate> newest(Marks<Answer> answers, View view) {
        Answer newest = answers.newest(view.seen());
        return newest == null ? Optional.empty() : Optional.of(Days.date(Days.of(newest.at())));
    }

    private static Optional<LocalDate> touched(View view) {
        long last = Relationship.lastTouch(view);
        return last == Long.MIN_VALUE ? Optional.empty() : Optional.of(Days.date(Days.of(last)));
    }

    private static Optional<LocalDate> ago(long today, long days) {
        return days == Reading.MISSING ? Optional.empty() : Optional.of(Days.date(today - days / 1000));
    }
}
