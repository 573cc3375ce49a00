package io.playcaller.health.engine.measure;

import io.playcaller.health.engine.fact.Answer;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.model.MeasureKind;

/** How good our own people believe the account to be. A pulse goes stale by whole UTC days. */
final class Pulse {

    private Pulse() {}

    static long value(Context context) {
        View view = context.view();
        Answer newest = view.facts().judgement().pulses().newest(view.seen());
        if (newest == null || view.day() - Days.of(newest.at()) > context.days(MeasureKind.CSM_PULSE)) {
            return Reading.MISSING;
        }
        return newest.score() * 1000L;
    }

    static String sentence(Context context, long value) {
        return value == Reading.MISSING
                ? "No pulse in " + Words.count(context.days(MeasureKind.CSM_PULSE), "day")
                : "The newest pulse is " + value / 1000 + " of 5";
    }
}
