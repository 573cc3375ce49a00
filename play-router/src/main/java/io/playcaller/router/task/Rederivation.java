package io.playcaller.router.task;

import io.playcaller.contracts.health.Profile;
import io.playcaller.contracts.work.TaskTransition;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.sla.SlaCase;
import io.playcaller.router.sla.SlaClock;
import io.playcaller.router.sla.SlaPolicy;
import io.playcaller.router.task.TaskDecision.Changed;
import io.playcaller.router.task.TaskDecision.Unchanged;
import java.time.Instant;
import java.util.List;

/**
 * The rules became others: policies, calendars, absences. What runs goes on by those of now; what was used up by then stays
 * used up, what was said stays said. Clocks that signals brought keep their targets until the next news of these.
 *
 * @param past by which the clocks ran; those of now where nobody knows them any more: time is then counted by these
 */
public record Rederivation(Instant now, RouterRules past, RouterRules next) {

    /** The task by the rules of now; unchanged where they say the same of it. */
    public TaskDecision of(Task task) {
        if (!task.isOpen() || task.settled() != null) {
            return new Unchanged(task, "No clock of it urges.");
        }
        SlaPolicy own = ownPolicy(task);
        List<SlaClock> clocks =
                task.clocks().stream().map(run -> rederived(task, run, own)).toList();
        if (own.equals(task.order().policy()) && clocks.equals(task.clocks())) {
            return new Unchanged(task, "The rules say the same of it.");
        }
        Task after = task.by(own, clocks);
        return new Changed(
                task,
                after,
                TaskStep.of(TaskTransition.NOTED, now, "The rules changed: its clocks run by those of now."));
    }

    private SlaClock rederived(Task task, SlaClock run, SlaPolicy own) {
        BusinessCalendar ofPast = past.calendarOf(task.assignment());
        SlaPolicy before = task.policies().of(run, ofPast);
        SlaPolicy after = before.equals(task.order().policy()) ? own : before;
        BusinessCalendar from = after.calendarOf(run.clock(), next.calendarOf(task.assignment()));
        boolean sameTime = isKnown()
                ? from.equals(before.calendarOf(run.clock(), ofPast))
                : run.isBreached(now) || run.runsBy(from);
        return sameTime && before.isSameFor(run.clock(), after, from)
                ? run
                : run.rederived(now, task.calendarOf(run, ofPast), after, from);
    }

    /** Whether the rules of then are known. */
    private boolean isKnown() {
        return !past.version().equals(next.version());
    }

    /** Where the rules of then and of now give its case the same, it keeps what it has. */
    private SlaPolicy ownPolicy(Task task) {
        SlaPolicy has = task.order().policy();
        SlaCase of = caseOf(task);
        SlaPolicy gives = policy(next, task, of);
        boolean isNews = !isKnown() || !gives.equals(policy(past, task, of));
        return isNews ? gives : has;
    }

    /** That of its play, of a step by the step; what it has where these know neither. */
    private static SlaPolicy policy(RouterRules rules, Task task, SlaCase of) {
        return rules.plays()
                .play(task.order().play(), task.order().step())
                .map(play -> rules.policyOf(play, of))
                .orElseGet(() -> task.order().policy());
    }

    /** As it was made, and as its account is by the newest news of its signal. */
    private static SlaCase caseOf(Task task) {
        Profile profile =
                task.signal().account() == null ? null : task.signal().account().profile();
        String play = task.order().play();
        return profile == null
                ? new SlaCase(play, task.order().policy().severity(), null, null, null)
                : new SlaCase(
                        play, task.order().policy().severity(), profile.tier(), profile.segment(), profile.stage());
    }
}
