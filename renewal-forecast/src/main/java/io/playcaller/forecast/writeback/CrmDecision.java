package io.playcaller.forecast.writeback;

import io.playcaller.forecast.meeting.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a CRM may write as an activity of the account, as a whole: what a meeting decided, and once more when it was carried out. The same
 * fact may come twice; a higher {@code rev} is newer.
 *
 * @param rev 1 when it was decided, 2 when it was done
 * @param state open or done
 * @param meeting weekly, monthly or quarterly
 * @param owner our person who does it
 * @param accountId null where it is about no account
 * @param outcome what came of it, as its owner says; null while it is open
 */
public record CrmDecision(
        UUID decisionId,
        int rev,
        String state,
        String meeting,
        LocalDate meetingOn,
        @Nullable String accountId,
        String what,
        String owner,
        LocalDate dueOn,
        String decidedBy,
        Instant decidedAt,
        @Nullable Instant doneAt,
        @Nullable String doneBy,
        @Nullable String outcome) {

    /** The fact of a decision as it stands. */
    public static CrmDecision of(Decision decision) {
        boolean done = decision.doneAt() != null;
        return new CrmDecision(
                decision.decisionId(),
                done ? 2 : 1,
                done ? "done" : "open",
                decision.kind(),
                decision.day(),
                decision.accountId(),
                decision.what(),
                decision.owner(),
                decision.dueOn(),
                decision.decidedBy(),
                decision.decidedAt(),
                decision.doneAt(),
                decision.doneBy(),
                decision.outcome());
    }

    /** Its place in the order in which decisions changed. */
    public Place place() {
        return new Place(doneAt == null ? decidedAt : doneAt, decisionId.toString());
    }
}
