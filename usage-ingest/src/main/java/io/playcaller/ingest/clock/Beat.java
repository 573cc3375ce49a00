package io.playcaller.ingest.clock;

import io.playcaller.contracts.fact.BackfillEnded;
import io.playcaller.contracts.fact.BackfillStarted;
import io.playcaller.contracts.fact.ClockTicked;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.contracts.fact.SourceAlive;
import io.playcaller.contracts.fact.SourceBack;
import io.playcaller.contracts.fact.SourceQuiet;
import io.playcaller.ingest.backfill.BackfillRun;
import io.playcaller.ingest.source.Source;
import io.playcaller.ingest.source.health.Announced;
import io.playcaller.ingest.source.health.JudgedSource;
import io.playcaller.ingest.source.health.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What every partition of the log is told at one moment.
 *
 * @param started runs whose beginning it must be told
 * @param ended runs whose end it must be told
 * @param waiting runs whose end it is told later: facts of theirs are still on their way to it
 */
public record Beat(
        ClockTicked tick,
        List<SourceQuiet> quiet,
        List<SourceBack> back,
        List<BackfillStarted> started,
        List<BackfillEnded> ended,
        List<BackfillRun> waiting) {

    public Beat {
        quiet = List.copyOf(quiet);
        back = List.copyOf(back);
        started = List.copyOf(started);
        ended = List.copyOf(ended);
        waiting = List.copyOf(waiting);
    }

    /**
     * A source is alive until then while it is well; else only until it became quiet, or began to send rubbish. One that never
     * gave a sign of life is not known to the log, so that it blocks nothing.
     *
     * @param now the log's time from here on; after an outage of the doors it is behind ({@link Doors#time})
     * @param lastTick the log's time before; a beat that would not move it forward is none
     * @param unannounced runs of which the log does not know all
     */
    public static Optional<Beat> at(
            Instant now, @Nullable Instant lastTick, List<JudgedSource> sources, List<BackfillRun> unannounced) {
        if (lastTick != null && !now.isAfter(lastTick)) {
            return Optional.empty();
        }
        List<SourceAlive> alive = new ArrayList<>();
        List<SourceQuiet> quiet = new ArrayList<>();
        List<SourceBack> back = new ArrayList<>();
        for (JudgedSource judged : sources) {
            if (judged.verdict().state() != SourceState.UNSEEN) {
                Source source = judged.source();
                Instant since = judged.verdict().since();
                alive.add(new SourceAlive(source.name(), feeds(source), since == null ? now : since));
                change(judged, quiet, back);
            }
        }
        List<BackfillRun> waiting =
                unannounced.stream().filter(BackfillRun::endWaits).toList();
        return Optional.of(new Beat(
                new ClockTicked(now, List.copyOf(alive)),
                quiet,
                back,
                started(unannounced),
                ended(unannounced),
                waiting));
    }

    /** How long the end that was asked for first has waited, in the log's time; zero when none waits. */
    public Duration endsWaited() {
        return waiting.stream()
                .map(BackfillRun::endedAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .filter(asked -> asked.isBefore(tick.at()))
                .map(asked -> Duration.between(asked, tick.at()))
                .orElse(Duration.ZERO);
    }

    /** What the log believes of it is ended before it is told anything else. */
    private static void change(JudgedSource judged, List<SourceQuiet> quiet, List<SourceBack> back) {
        Source source = judged.source();
        Announced told = judged.announced();
        Announced is = judged.verdict().trouble().orElse(null);
        if (told != null && (is == null || is.cause() != told.cause())) {
            back.add(new SourceBack(source.name(), feeds(source), told.since(), told.cause()));
        }
        if (is != null && (told == null || is.cause() != told.cause())) {
            quiet.add(new SourceQuiet(source.name(), feeds(source), is.since(), is.cause()));
        }
    }

    private static List<BackfillStarted> started(List<BackfillRun> runs) {
        return runs.stream()
                .filter(run -> !run.startAnnounced())
                .map(run -> new BackfillStarted(run.runId(), run.source()))
                .toList();
    }

    private static List<BackfillEnded> ended(List<BackfillRun> runs) {
        return runs.stream()
                .filter(BackfillRun::endDue)
                .map(run -> new BackfillEnded(run.runId(), run.source()))
                .toList();
    }

    private static List<Feed> feeds(Source source) {
        return source.feeds().stream().sorted().toList();
    }

    /** All facts, in the order in which a partition reads them: starts before the tick, ends after it. */
    public List<Record> facts() {
        List<Record> facts = new ArrayList<>(started);
        facts.addAll(back);
        facts.addAll(quiet);
        facts.add(tick);
        facts.addAll(ended);
        return List.copyOf(facts);
    }
}
