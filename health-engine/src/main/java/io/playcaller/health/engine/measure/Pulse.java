package io.playcaller.health.engine.measure;

import io.playcaller.health.engine.fact.Answer;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.View;

/** How good our own people believe the account to be. A pulse goes stale by whole UTC days. */
final class Pulse {

    private static final int FRESH_DAYS = 45;

    private Pulse() {}

    static long value(View view) {
        Answer newest = view.facts().judgement().pulses().newest(view.seen());
        if (newest == null || view.day() - Days.of(newest.at()) > FRESH_DAYS) {
            return Reading.MISSING;
        }
        return newest.score() * 1000L;
    }

    static String sentence(long value) {
        return value == Reading.MISSING
                ? "No pulse in " + FRESH_DAYS + " days"
                : "The newest pulse is " + value / 1000 + " of 5";
    }
}
