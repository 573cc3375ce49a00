package io.playcaller.ingest.clock;

import io.playcaller.contracts.Ids;
import io.playcaller.contracts.fact.BackfillEnded;
import io.playcaller.contracts.fact.BackfillStarted;
import io.playcaller.contracts.fact.ClockTicked;
import io.playcaller.contracts.fact.QuietCause;
import io.playcaller.contracts.fact.SourceBack;
import io.playcaller.contracts.fact.SourceQuiet;
import org.jspecify.annotations.Nullable;

/** Ids of broadcast facts: derived, so that one that is said again after a crash is the same one. */
public final class BeatIds {

    private BeatIds() {}

    public static String of(Record fact) {
        if (fact instanceof ClockTicked tick) {
            return Ids.derived("tick", tick.at()).toString();
        }
        if (fact instanceof SourceQuiet quiet) {
            return Ids.derived("source-quiet", word(quiet.cause()), quiet.source(), quiet.since())
                    .toString();
        }
        if (fact instanceof SourceBack back) {
            return Ids.derived("source-back", word(back.cause()), back.source(), back.quietSince())
                    .toString();
        }
        if (fact instanceof BackfillStarted started) {
            return Ids.derived("backfill-started", started.runId()).toString();
        }
        if (fact instanceof BackfillEnded ended) {
            return Ids.derived("backfill-ended", ended.runId()).toString();
        }
        throw new IllegalArgumentException(fact.getClass() + " is not broadcast");
    }

    private static String word(@Nullable QuietCause cause) {
        return cause == null ? "" : cause.name();
    }
}
