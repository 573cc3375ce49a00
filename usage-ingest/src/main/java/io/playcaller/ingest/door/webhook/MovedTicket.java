package io.playcaller.ingest.door.webhook;

import io.playcaller.ingest.refusal.Step;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A ticket that moved to another account, as the tool's own event says whose it was before. Both accounts are told: the new
 * one how it stands, and the old one that it is solved, for it waits for nobody there. What it was there until then stays.
 *
 * @param accountWas what stood before where the account is read
 * @param from where the event says that
 */
record MovedTicket(String accountWas, String from) {

    /** Attribute of a letter: which of the two it holds. Without it, it is the ticket as it stands. */
    static final String SIDE = "ticket_moved";

    static final String HERE = "here";
    static final String AWAY = "away";

    private static final String ACCOUNT = "accountId";

    /** How it stands, and what was written with it, is not for who has it no more. */
    private static final Set<String> NOT_FOR_THE_OLD =
            Set.of(ACCOUNT, "userId", "status", "solvedAt", "subject", "description", "comment");

    /** Whether that side is asked for; both are, where nothing is said. */
    static boolean asks(Map<String, String> headers, String side) {
        return headers.getOrDefault(SIDE, side).equals(side);
    }

    /**
     * What the account that it left is told; empty when that was none of ours, or is still the same.
     *
     * @param ticket as the tool's own words say it
     */
    Optional<Translation> farewell(Translation ticket, FieldMapping fields, Sent sent) {
        Optional<String> left = fields.meaning(ACCOUNT, accountWas);
        if (left.isEmpty() || left.equals(fields.text(ACCOUNT, sent))) {
            return Optional.empty();
        }
        return ticket.leftAt(left.get(), from)
                .flatMap(away -> fields.without(NOT_FOR_THE_OLD).into(away, sent) instanceof Step.Kept<Translation> told
                        ? Optional.of(told.value())
                        : Optional.empty());
    }
}
