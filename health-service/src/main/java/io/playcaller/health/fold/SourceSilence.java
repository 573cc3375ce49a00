package io.playcaller.health.fold;

import io.playcaller.contracts.Ids;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.contracts.fact.SourceBack;
import io.playcaller.contracts.fact.SourceQuiet;
import io.playcaller.contracts.health.Evidence;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalOrigin;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.SignalKind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The one signal of a source that went quiet. Silence is not absence: scores are frozen and accuse nobody, and somebody is
 * told that the pipe is down. Each silence is an episode of its own, named by its source and its beginning.
 */
public final class SourceSilence {

    private SourceSilence() {}

    /** The key of the source's signals on the topic. */
    public static String key(String source) {
        return "source/" + source;
    }

    public static SignalChanged opened(SourceQuiet quiet, Instant at, String modelVersion) {
        String sentence = "Source %s has been silent since %s; what it feeds (%s) is frozen"
                .formatted(quiet.source(), quiet.since(), names(quiet.feeds()));
        return signal(quiet.source(), quiet.since(), 1, SignalState.OPENED, at, sentence, modelVersion);
    }

    public static SignalChanged cleared(SourceBack back, Instant at, String modelVersion) {
        String sentence =
                "Source %s delivers again after a silence since %s".formatted(back.source(), back.quietSince());
        return signal(back.source(), back.quietSince(), 2, SignalState.CLEARED, at, sentence, modelVersion);
    }

    private static SignalChanged signal(
            String source,
            Instant since,
            int transition,
            SignalState state,
            Instant at,
            String sentence,
            String modelVersion) {
        UUID episode = Ids.derived("signal", Reason.DQ_SOURCE_SILENT.code(), source, since);
        return new SignalChanged(
                episode,
                transition,
                state,
                SignalKind.DATA_QUALITY,
                null,
                null,
                Reason.DQ_SOURCE_SILENT,
                List.of(),
                Reason.DQ_SOURCE_SILENT.severity(),
                SignalOrigin.LIVE,
                since,
                at,
                sentence,
                List.of(new Evidence("Last sign of life of " + source, null, since)),
                List.of(),
                null,
                null,
                null,
                modelVersion);
    }

    private static String names(List<Feed> feeds) {
        return feeds.stream().map(feed -> feed.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
    }
}
