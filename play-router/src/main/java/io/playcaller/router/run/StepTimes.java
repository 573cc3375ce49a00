package io.playcaller.router.run;

import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.calendar.BusinessTime;
import io.playcaller.router.play.PlayStep;
import io.playcaller.router.play.StepKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * When the steps of a run are due.
 *
 * @param calendar by which offsets in business time run, and days begin
 * @param states where its steps stand, by key; goes on changing while they are worked out
 */
record StepTimes(PlayRun run, BusinessCalendar calendar, Map<String, StepRun> states) {

    /** Whether a later step, whose day had come when the run began, or its date moved, takes its place. */
    boolean isPassed(PlayStep step) {
        List<PlayStep> steps = run.play().steps();
        return step.start().countsFromDate()
                && steps.subList(steps.indexOf(step) + 1, steps.size()).stream()
                        .filter(later ->
                                later.isFor(run.tier()) && later.start().countsFromDate())
                        .anyMatch(later -> !dueAt(later).isAfter(run.datedAt()));
    }

    /** When a step is due whose needs are over. */
    Instant dueAt(PlayStep step) {
        Integer daysBefore = step.start().daysBefore();
        if (daysBefore != null && run.date() != null) {
            return run.date()
                    .minusDays(daysBefore)
                    .atStartOfDay(calendar.zone())
                    .toInstant();
        }
        Instant free = step.needs().stream()
                .map(states::get)
                .filter(Objects::nonNull)
                .map(StepRun::overAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(run.startedAt());
        if (waitsForNoAnswer(step)) {
            return free;
        }
        Integer days = step.start().daysAfter();
        BusinessTime after = step.start().after();
        return days != null
                ? free.plus(Duration.ofDays(days))
                : after == null ? free : calendar.add(free, after.by(calendar));
    }

    /** Whether it follows messages of which none was sent: nobody waits for the answer to nothing. */
    boolean waitsForNoAnswer(PlayStep step) {
        return !step.needs().isEmpty()
                && run.play().steps().stream()
                        .filter(earlier -> step.needs().contains(earlier.key()))
                        .allMatch(earlier -> earlier.kind() == StepKind.DIGITAL
                                && Objects.requireNonNull(states.get(earlier.key()))
                                                .state()
                                        == StepState.SKIPPED);
    }
}
