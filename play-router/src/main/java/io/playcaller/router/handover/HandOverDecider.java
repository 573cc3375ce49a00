package io.playcaller.router.handover;

import io.playcaller.router.handover.HandOverAnswer.Changed;
import io.playcaller.router.handover.HandOverAnswer.Refused;
import io.playcaller.router.handover.HandOverAnswer.Unchanged;
import io.playcaller.router.task.Actor;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The life of a hand-over: proposed, then accepted and effective, or rejected, or withdrawn. Until it is effective the account is its
 * former owner's.
 *
 * @param now by the business clock
 */
public record HandOverDecider(Instant now) {

    private static final String OVER = "hand-over.over";

    /** The recipient accepts; after the time to answer also their lead, and at any time whoever acts as a lead. */
    public HandOverAnswer accept(AccountHandOver handOver, Actor by) {
        if (handOver.state() == HandOverState.ACCEPTED || handOver.state() == HandOverState.EFFECTIVE) {
            return new Unchanged(handOver);
        }
        return mayAnswer(handOver, by)
                ? answer(handOver, HandOverState.ACCEPTED, by, null)
                : notYours(handOver.recipient() + ", or a lead, is to accept it");
    }

    /** The same people reject it, and say why: whoever proposed it is to mend that. */
    public HandOverAnswer reject(AccountHandOver handOver, Actor by, String because) {
        if (handOver.state() == HandOverState.REJECTED) {
            return new Unchanged(handOver);
        }
        return mayAnswer(handOver, by)
                ? answer(handOver, HandOverState.REJECTED, by, because)
                : notYours(handOver.recipient() + ", or a lead, is to answer it");
    }

    /** Who proposed it takes it back, or a lead does: also after it was accepted, or rejected where nobody is to have it after all. */
    public HandOverAnswer withdraw(AccountHandOver handOver, Actor by, String because) {
        if (handOver.state() == HandOverState.WITHDRAWN) {
            return new Unchanged(handOver);
        }
        boolean may = by.leads() || by.id().equals(handOver.proposedBy());
        if (!may) {
            return notYours(handOver.proposedBy() + ", or a lead, may withdraw it");
        }
        return handOver.state().isOpen() || handOver.state() == HandOverState.REJECTED
                ? new Changed(handOver.answered(HandOverState.WITHDRAWN, by.id(), now, because))
                : over(handOver);
    }

    /** The recipient did not answer in time. Said once. */
    public HandOverAnswer escalate(AccountHandOver handOver, @Nullable String lead) {
        boolean late = handOver.state() == HandOverState.PROPOSED
                && handOver.escalatedAt() == null
                && !now.isBefore(handOver.answerBy());
        return late ? new Changed(handOver.escalated(lead, now)) : new Unchanged(handOver);
    }

    /** The account passes. */
    public HandOverAnswer takeEffect(AccountHandOver handOver) {
        boolean due = handOver.state() == HandOverState.ACCEPTED && !now.isBefore(handOver.takesEffectAt());
        return due ? new Changed(handOver.passed()) : new Unchanged(handOver);
    }

    /** Its recipient leaves: somebody else is to have it. */
    public HandOverAnswer redirect(AccountHandOver handOver, String other, Instant answerBy) {
        return handOver.state().isOpen() && !handOver.recipient().equals(other)
                ? new Changed(handOver.redirected(other, answerBy))
                : new Unchanged(handOver);
    }

    private HandOverAnswer answer(AccountHandOver handOver, HandOverState state, Actor by, @Nullable String because) {
        return handOver.state() == HandOverState.PROPOSED
                ? new Changed(handOver.answered(state, by.id(), now, because))
                : over(handOver);
    }

    private static boolean mayAnswer(AccountHandOver handOver, Actor by) {
        boolean isTold = by.staffId() != null
                && (by.staffId().equals(handOver.recipient()) || by.staffId().equals(handOver.lead()));
        return isTold || by.leads();
    }

    private static HandOverAnswer notYours(String who) {
        return new Refused("not-yours", who + ".");
    }

    private static HandOverAnswer over(AccountHandOver handOver) {
        return new Refused(OVER, "It is " + handOver.state().name().toLowerCase(Locale.ROOT) + ".");
    }
}
