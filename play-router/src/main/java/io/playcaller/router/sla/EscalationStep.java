package io.playcaller.router.sla;

import io.playcaller.contracts.work.Clock;
import io.playcaller.router.calendar.BusinessTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One step of a ladder: when, and whom it tells or gives the task to.
 *
 * @param kind {@link AlarmKind#ESCALATE} or {@link AlarmKind#REASSIGN}
 * @param clocks that take it; empty for all
 * @param percent of the target; 100 is the breach itself
 * @param afterBreach further business time after that; null for none
 * @param repeat how often it is said once more
 * @param every business time from one time to the next; null where it is said once
 * @param tell {@link #LEAD}, the key of a role, {@link #PERSON} and a staff id, {@link #TEAM} and its name; of what gives the
 *     task away {@link #NEXT} instead of a team
 */
public record EscalationStep(
        AlarmKind kind,
        Set<Clock> clocks,
        int percent,
        @Nullable BusinessTime afterBreach,
        int repeat,
        @Nullable BusinessTime every,
        String tell) {

    /** The account's team-lead, else the assignee's manager, else the chain of the role {@code team-lead}. */
    public static final String LEAD = "lead";

    /** Whoever would have the task if it came now and its assignee was not there; their lead the second time. */
    public static final String NEXT = "next";

    /** Before a staff id. */
    public static final String PERSON = "person:";

    /** Before the name of a team: all of them who are here. */
    public static final String TEAM = "team:";

    /** One that a version of before wrote tells somebody once, of every clock. */
    public EscalationStep {
        kind = kind == null ? AlarmKind.ESCALATE : kind;
        clocks = clocks == null ? Set.of() : Set.copyOf(clocks);
    }

    /** One that tells somebody once, of every clock. */
    public EscalationStep(int percent, @Nullable BusinessTime afterBreach, String tell) {
        this(AlarmKind.ESCALATE, Set.of(), percent, afterBreach, 0, null, tell);
    }

    boolean isOf(Clock clock) {
        return clocks.isEmpty() || clocks.contains(clock);
    }
}
