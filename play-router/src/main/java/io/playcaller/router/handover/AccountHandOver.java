package io.playcaller.router.handover;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account passes from one of our people to another in one role. {@link HandOverDecider} makes the next one.
 *
 * @param former who has it; null where nobody does
 * @param recipient who is to have it
 * @param takesEffectAt the account passes then, or with the acceptance where that comes later
 * @param answerBy until when the recipient is to answer; after that their lead is told and may answer, too
 * @param lead who was told; null before, and where nobody was found
 * @param answeredBy who accepted, rejected or withdrew it
 * @param because why it was rejected or withdrawn; null otherwise
 * @param rejection of one that was withdrawn after it, whose own answer is the withdrawal; null otherwise
 */
public record AccountHandOver(
        UUID handOverId,
        String accountId,
        String role,
        @Nullable String former,
        String recipient,
        HandOverNotes notes,
        Instant takesEffectAt,
        String proposedBy,
        Instant proposedAt,
        Instant answerBy,
        HandOverState state,
        @Nullable String lead,
        @Nullable Instant escalatedAt,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        @Nullable String because,
        @Nullable Rejection rejection) {

    /** Who did not take it, and why. */
    public record Rejection(String by, Instant at, String because) {}

    /** When time alone does something to it; null when it does not. */
    public @Nullable Instant lookAt() {
        return switch (state) {
            case PROPOSED -> escalatedAt == null ? answerBy : null;
            case ACCEPTED -> takesEffectAt;
            default -> null;
        };
    }

    /** Whether its recipient had the account already when it was proposed: it tells them what there is to know. */
    public boolean passesNothing() {
        return recipient.equals(former);
    }

    AccountHandOver answered(HandOverState newState, String by, Instant at, @Nullable String why) {
        return new AccountHandOver(
                handOverId,
                accountId,
                role,
                former,
                recipient,
                notes,
                takesEffectAt,
                proposedBy,
                proposedAt,
                answerBy,
                newState,
                lead,
                escalatedAt,
                by,
                at,
                why,
                state == HandOverState.REJECTED ? rejected() : rejection);
    }

    private Rejection rejected() {
        return new Rejection(
                Objects.requireNonNullElse(answeredBy, recipient),
                Objects.requireNonNullElse(answeredAt, proposedAt),
                Objects.requireNonNullElse(because, ""));
    }

    AccountHandOver escalated(@Nullable String toLead, Instant at) {
        return new AccountHandOver(
                handOverId,
                accountId,
                role,
                former,
                recipient,
                notes,
                takesEffectAt,
                proposedBy,
                proposedAt,
                answerBy,
                state,
                toLead,
                at,
                null,
                null,
                null,
                null);
    }

    /** The account has passed; who accepted it, and when, stays. */
    AccountHandOver passed() {
        return answered(
                HandOverState.EFFECTIVE,
                answeredBy == null ? recipient : answeredBy,
                answeredAt == null ? takesEffectAt : answeredAt,
                null);
    }

    /** Somebody else is to have it, and is to accept it anew. */
    AccountHandOver redirected(String other, Instant newAnswerBy) {
        return new AccountHandOver(
                handOverId,
                accountId,
                role,
                former,
                other,
                notes,
                takesEffectAt,
                proposedBy,
                proposedAt,
                newAnswerBy,
                HandOverState.PROPOSED,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
