package io.playcaller.router.play;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.router.calendar.BusinessTime;
import io.playcaller.router.sla.SlaTargets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What we do about a reason.
 *
 * @param key stable; stands in every task and outcome
 * @param number its place in the default catalogue
 * @param ask what the assignee is asked to do
 * @param reasons that trigger it; of several plays that answer a reason one runs
 * @param tiers in which it runs; empty means everywhere, also for signals that concern no account
 * @param owner role that gets its task
 * @param ownerByTier other owners, by tier
 * @param sla its own targets; empty where the severity's serve
 * @param slaByTier what it states otherwise, by tier
 * @param escalation name of a ladder; null when nobody above is told
 * @param giveUp after which it ends unfinished; null for never
 * @param minutes estimated work
 * @param course what follows its start
 * @param admission which accounts it is for, and how often
 */
public record Play(
        String key,
        int number,
        String title,
        String ask,
        Set<Reason> reasons,
        Set<String> tiers,
        String owner,
        Map<String, String> ownerByTier,
        SlaTargets sla,
        Map<String, SlaTargets> slaByTier,
        @Nullable String escalation,
        @Nullable BusinessTime giveUp,
        int minutes,
        Course course,
        Admission admission) {

    /** The steps of a run, in the order of the file. */
    public List<PlayStep> steps() {
        return course.steps().isEmpty() ? List.of(asStep()) : course.steps();
    }

    /** Whether a run may go on after its first task: else that task is the run, and ends with it. */
    public boolean hasCourse() {
        return !course.equals(Course.ONE_STEP);
    }

    /** This play as far as the task of a step is concerned: it is the run that gives up, not its task. */
    public Play at(PlayStep step) {
        return new Play(
                key,
                number,
                step.title(),
                step.ask(),
                reasons,
                tiers,
                step.owner(),
                step.ownerByTier(),
                step.sla(),
                step.slaByTier(),
                step.escalation(),
                null,
                step.minutes(),
                course,
                admission);
    }

    private PlayStep asStep() {
        return new PlayStep(
                key,
                title,
                ask,
                Set.of(),
                owner,
                ownerByTier,
                StepKind.HUMAN,
                StepStart.AT_ONCE,
                List.of(),
                null,
                sla,
                slaByTier,
                escalation,
                minutes,
                null);
    }

    /** All tiers that a play may name. */
    public static final Set<String> TIERS = Set.of("enterprise", "mid-market", "pooled", "tech-touch");

    public String ownerIn(@Nullable String tier) {
        return tier == null ? owner : ownerByTier.getOrDefault(tier, owner);
    }

    public SlaTargets slaIn(@Nullable String tier) {
        return tier == null ? sla : sla.overriddenBy(slaByTier.getOrDefault(tier, SlaTargets.NONE));
    }
}
