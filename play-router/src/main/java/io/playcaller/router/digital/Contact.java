package io.playcaller.router.digital;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for and against writing to a person of a customer now.
 *
 * @param mayContact whether the register says that they may be written to; it does of nobody who left
 * @param refused whether they said, by a message's own way out, that they want none
 * @param accountId null for a person of no account
 * @param zone of the account; UTC where none is known
 * @param written when messages were sent to them, the newest first; at least all that count
 * @param humanRiskPlay whether one of ours works on a risk of the account
 * @param severeTicket whether a ticket of severity 1 of the account is open, or another severe one for long
 */
public record Contact(
        boolean mayContact,
        boolean refused,
        @Nullable String accountId,
        ZoneId zone,
        List<Instant> written,
        boolean humanRiskPlay,
        boolean severeTicket) {

    public Contact {
        written = List.copyOf(written);
    }
}
