package io.playcaller.forecast.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a meeting decided. Carried over from packet to packet until it is done.
 *
 * @param kind of the meeting
 * @param day of the meeting
 * @param owner our person who does it
 * @param accountId of the account that it is about; null when it is about none
 * @param doneAt null while it is open
 * @param outcome what came of it, as its owner says
 */
public record Decision(
        UUID decisionId,
        String kind,
        LocalDate day,
        String what,
        String owner,
        LocalDate dueOn,
        @Nullable String accountId,
        String decidedBy,
        Instant decidedAt,
        @Nullable Instant doneAt,
        @Nullable String doneBy,
        @Nullable String outcome) {}
