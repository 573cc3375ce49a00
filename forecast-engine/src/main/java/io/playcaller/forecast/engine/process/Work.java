package io.playcaller.forecast.engine.process;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.SignalKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A task of the account.
 *
 * @param assignee staff id; null while nobody has it
 * @param open false when it was completed
 * @param on day of its last step
 */
public record Work(String play, Reason reason, @Nullable String assignee, boolean open, LocalDate on) {

    /**
     * Whether it is a plan for a renewal at risk on {@code today}: a play against a risk, or a plan that was asked for and
     * written not long ago. What our own clocks open is none: a reminder plans nothing.
     */
    boolean isPlan(LocalDate today, int planHoldsDays) {
        boolean againstRisk = reason.kind() == SignalKind.RISK && reason != Reason.COM_NOTICE_NEAR;
        boolean written = reason == Reason.FC_AT_RISK_NO_PLAN && !open && !on.isBefore(today.minusDays(planHoldsDays));
        return (open && againstRisk) || written;
    }
}
