package io.playcaller.router.task.in;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.health.Evidence;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.signal.KnownSignal;
import io.playcaller.router.task.Ending;
import io.playcaller.router.task.PathStep;
import io.playcaller.router.task.Precision;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.out.PgTaskQueries.DeliveryLine;
import io.playcaller.router.task.out.PgTaskQueries.LogLine;
import io.playcaller.router.task.out.PgTaskQueries.Seen;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task, whole.
 *
 * @param ask what the assignee is asked to do
 * @param contributions of the score's change that the signal carries; they sum to it
 * @param signals its own and those that joined it
 * @param escalatedTo who above was told last; {@code escalatedBecause} says why they
 * @param log every step, which is also the log of its clocks
 * @param path how its signal was routed
 * @param precision how often its reason was right
 */
public record TaskDetail(
        @JsonUnwrapped TaskView task,
        UUID episodeId,
        UUID playRunId,
        String ask,
        int minutes,
        @Nullable Long score,
        List<Reason> alsoReasons,
        List<Evidence> evidence,
        List<Contribution> contributions,
        List<SignalLine> signals,
        List<ClockView> clocks,
        TaskView.@Nullable Person escalatedTo,
        @Nullable String escalatedBecause,
        @Nullable EndingView ending,
        List<LogLine> log,
        List<DeliveryLine> deliveries,
        List<PathStep> path,
        PrecisionView precision) {

    /** How it ended. */
    public record EndingView(
            Instant at, PlayOutcome outcome, @Nullable String closing) {

        static EndingView of(Ending ending) {
            return new EndingView(
                    ending.at(),
                    ending.outcome(),
                    ending.closing() == null ? null : ending.closing().wire());
        }
    }

    /** A signal of the task. */
    public record SignalLine(UUID episodeId, Reason reason, String sentence, boolean open, Instant openedAt) {

        static SignalLine of(KnownSignal known) {
            return new SignalLine(
                    known.episodeId(),
                    known.signal().reason(),
                    known.signal().sentence(),
                    known.isOpen(),
                    known.signal().openedAt());
        }
    }

    static TaskDetail of(
            Seen seen,
            RouterRules rules,
            List<KnownSignal> signals,
            List<LogLine> log,
            List<DeliveryLine> deliveries,
            Precision precision) {
        Task task = seen.task();
        return new TaskDetail(
                TaskView.of(seen, rules),
                task.signal().episodeId(),
                task.order().playRunId(),
                task.order().ask(),
                task.order().minutes(),
                task.signal().score(),
                task.signal().alsoReasons(),
                task.signal().evidence(),
                task.signal().contributions(),
                signals.stream().map(SignalLine::of).toList(),
                task.clocks().stream()
                        .map(run -> ClockView.of(
                                run, task.calendarOf(run, rules.calendarOf(task.assignment())), seen.now()))
                        .toList(),
                TaskView.Person.of(task.escalatedTo(), rules.directory()),
                task.escalatedTo() == null ? null : task.escalatedTo().sentence(),
                task.ending() == null ? null : EndingView.of(task.ending()),
                log,
                deliveries,
                task.order().path(),
                PrecisionView.of(precision));
    }
}
