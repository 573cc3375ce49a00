package io.playcaller.health.fold;

import io.playcaller.contracts.Ids;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.contracts.fact.QuietCause;
import io.playcaller.contracts.fact.SourceBack;
import io.playcaller.contracts.fact.SourceQuiet;
import io.playcaller.contracts.health.Evidence;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalDraft;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one signal of a source that went quiet, or sends rubbish. Silence is not absence: scores are frozen and accuse nobody, and
 * somebody is told that the pipe is down. Each silence is an episode of its own, named by its cause, its source and its
 * beginning.
 */
public final class SourceSilence {

    private static final Opening SILENT = new Opening(
            Reason.DQ_SOURCE_SILENT,
            "Source %s has been silent since %s; what it feeds (%s) is frozen",
            "Source %s delivers again after a silence since %s",
            "Last sign of life of ");

    private static final Opening GARBAGE = new Opening(
            Reason.DQ_SOURCE_GARBAGE,
            "Source %s has sent what cannot be used since %s; what it feeds (%s) is frozen",
            "What source %s sends can be used again, after rubbish since %s",
            "Beginning of the rubbish of ");

    private SourceSilence() {}

    /** How a cause is told. */
    private record Opening(Reason reason, String opened, String cleared, String evidence) {

        static Opening of(@Nullable QuietCause cause) {
            return cause == QuietCause.GARBAGE ? GARBAGE : SILENT;
        }
    }

    /** The key of the source's signals on the topic. */
    public static String key(String source) {
        return "source/" + source;
    }

    public static SignalChanged opened(SourceQuiet quiet, Instant at, String modelVersion) {
        Opening opening = Opening.of(quiet.cause());
        String sentence = opening.opened().formatted(quiet.source(), quiet.since(), names(quiet.feeds()));
        return signal(opening, quiet.source(), quiet.since(), SignalState.OPENED, at, sentence, modelVersion);
    }

    public static SignalChanged cleared(SourceBack back, Instant at, String modelVersion) {
        Opening opening = Opening.of(back.cause());
        String sentence = opening.cleared().formatted(back.source(), back.quietSince());
        return signal(opening, back.source(), back.quietSince(), SignalState.CLEARED, at, sentence, modelVersion);
    }

    private static SignalChanged signal(
            Opening opening,
            String source,
            Instant since,
            SignalState state,
            Instant at,
            String sentence,
            String modelVersion) {
        Reason reason = opening.reason();
        UUID episode = Ids.derived("signal", reason.code(), source, since);
        return SignalDraft.of(episode, reason, since, sentence, modelVersion)
                .step(state == SignalState.OPENED ? 1 : 2, state, at)
                .evidence(List.of(new Evidence(opening.evidence() + source, null, since)))
                .build();
    }

    private static String names(List<Feed> feeds) {
        return feeds.stream().map(feed -> feed.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
    }
}
