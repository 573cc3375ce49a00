package io.playcaller.forecast.meeting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the store knows, as far as packets need it. */
public final class Known {

    private Known() {}

    /**
     * A risk.
     *
     * @param endedAt null while it is open
     */
    public record Risk(
            UUID episodeId,
            String accountId,
            String reason,
            String severity,
            Instant openedAt,
            @Nullable Instant endedAt) {}

    /**
     * A task whose first clock ran out.
     *
     * @param assignee null while nobody has it
     */
    public record Overdue(
            UUID taskId,
            @Nullable String accountId,
            String play,
            String role,
            @Nullable String assignee,
            Instant dueAt,
            int escalation) {}

    /** An account that is in another stage of its life. */
    public record StageMove(String accountId, String stage, Instant since) {}

    /** A renewal that came to another stage of the work on it. */
    public record RenewalMove(String contractId, String accountId, String stage, String author, Instant at) {}

    /** Something wrong with how a renewal is worked. */
    public record Fault(String contractId, String accountId, String code, String detail, Instant since) {}
}
