package io.playcaller.router.sla;

import io.playcaller.router.calendar.BusinessTime;
import org.jspecify.annotations.Nullable;

/**
 * One step of a ladder: when, and whom it tells.
 *
 * @param percent of the target; 100 is the breach itself
 * @param afterBreach further business time after the breach; null for none
 * @param tell {@link #LEAD}, or the key of a role
 */
public record EscalationStep(int percent, @Nullable BusinessTime afterBreach, String tell) {

    /** The account's team-lead, else the assignee's manager, else the chain of the role {@code team-lead}. */
    public static final String LEAD = "lead";
}
