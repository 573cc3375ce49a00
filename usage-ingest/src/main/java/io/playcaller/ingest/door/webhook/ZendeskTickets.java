package io.playcaller.ingest.door.webhook;

import com.fasterxml.jackson.databind.node.TextNode;
import io.playcaller.contracts.EventType;
import io.playcaller.ingest.privacy.Needs;
import io.playcaller.ingest.privacy.Treatment;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Zendesk's ticket events (event subscriptions, not triggers). {@code detail} is the whole ticket after the change, so the
 * events may come in any order. When a ticket was first answered is in none of them.
 *
 * @param fields whose the ticket is, and whatever else is not in Zendesk's own words
 */
record ZendeskTickets(FieldMapping fields) implements TicketTranslator {

    private static final String EVENT = "zen:event-type:ticket.";
    private static final String STATUS_CHANGED = "status_changed";
    private static final String ORGANIZATION_CHANGED = "organization_changed";
    private static final String STATUS = "status";
    private static final String ORGANIZATION = "/detail/organization_id";
    private static final String PREVIOUS = "/event/previous";

    private static final Set<String> POINTERS = Set.of(
            "/id",
            "/time",
            "/type",
            "/detail/id",
            "/detail/status",
            "/detail/priority",
            "/detail/created_at",
            "/detail/subject",
            "/detail/description",
            PREVIOUS);

    /** They say when a ticket was solved, or that it never was. */
    private static final Set<String> OF_ANY_TICKET = Set.of("created", STATUS_CHANGED);

    /** When a ticket was solved is not in them, and a solved ticket waits for nobody. */
    private static final Set<String> OF_AN_OPEN_TICKET = Set.of("priority_changed", ORGANIZATION_CHANGED, "undeleted");

    /** A ticket that is no more waits for nobody either. */
    private static final Set<String> OF_A_TICKET_THAT_WAS =
            Set.of("soft_deleted", "permanently_deleted", "marked_as_spam");

    /** On hold it waits for a third party, which is ours to press. */
    private static final Map<String, String> STATUSES = Map.of(
            "NEW", "open",
            "OPEN", "open",
            "HOLD", "open",
            "PENDING", "pending",
            "SOLVED", "solved",
            "CLOSED", "solved",
            "ARCHIVED", "solved",
            "DELETED", "solved",
            "SCRUBBED", "solved");

    private static final Map<String, String> SEVERITIES = Map.of(
            "URGENT", "sev1",
            "HIGH", "sev2",
            "NORMAL", "sev3",
            "LOW", "sev4");

    private static final String WITHOUT_PRIORITY = "sev3";
    private static final String SOLVED = "solved";

    @Override
    public Step<Translation> translate(Sent sent) {
        String event = event(sent);
        String status = status(sent, event);
        if (!counts(event, status)) {
            return Step.refused(Refusal.of(Refusal.LEFT_OUT, "the event says nothing that is counted"));
        }
        return (OF_A_TICKET_THAT_WAS.contains(event) ? fields.without(Set.of(STATUS)) : fields)
                .into(ticket(sent, status), sent);
    }

    private static Translation ticket(Sent sent, String status) {
        Translation ticket = new Translation(EventType.TICKET_CHANGED);
        ticket.id(Optional.of(sent.text("/id")), "/id");
        ticket.time(Optional.of(sent.text("/time")), "/time");
        ticket.copy("ticketId", sent, "/detail/id");
        ticket.field(STATUS, TextNode.valueOf(status), "/detail/status");
        ticket.field("severity", TextNode.valueOf(severity(sent)), "/detail/priority");
        ticket.copy("openedAt", sent, "/detail/created_at");
        if (status.equals(SOLVED)) {
            ticket.copy("solvedAt", sent, "/time");
        }
        ticket.copy("subject", sent, "/detail/subject");
        ticket.copy("description", sent, "/detail/description");
        return ticket;
    }

    /** The event has the organization before; whose tickets are told by something else, it does not move. */
    @Override
    public Optional<Translation> farewell(Sent sent) {
        String event = event(sent);
        String status = status(sent, event);
        String was = sent.text(PREVIOUS);
        return event.equals(ORGANIZATION_CHANGED)
                        && counts(event, status)
                        && !was.isEmpty()
                        && fields.pointer("accountId").equals(Optional.of(ORGANIZATION))
                ? new MovedTicket(was, PREVIOUS).farewell(ticket(sent, status), fields, sent)
                : Optional.empty();
    }

    private static String event(Sent sent) {
        String type = sent.text("/type");
        return type.startsWith(EVENT) ? type.substring(EVENT.length()) : "";
    }

    private static boolean counts(String event, String status) {
        return OF_ANY_TICKET.contains(event)
                || OF_A_TICKET_THAT_WAS.contains(event)
                || (OF_AN_OPEN_TICKET.contains(event) && !status.equals(SOLVED));
    }

    /** A status that Zendesk did not have when this was written stays as it is: our reader names those that it knows. */
    private static String status(Sent sent, String event) {
        if (OF_A_TICKET_THAT_WAS.contains(event)) {
            return SOLVED;
        }
        String status = meaning(sent.text("/detail/status"));
        boolean solvedBefore =
                event.equals(STATUS_CHANGED) && meaning(sent.text(PREVIOUS)).equals(SOLVED);
        return solvedBefore && status.equals("open") ? "reopened" : status;
    }

    private static String meaning(String status) {
        return STATUSES.getOrDefault(status.toUpperCase(Locale.ROOT), status);
    }

    private static String severity(Sent sent) {
        return SEVERITIES.getOrDefault(sent.text("/detail/priority").toUpperCase(Locale.ROOT), WITHOUT_PRIORITY);
    }

    @Override
    public Needs needs() {
        Needs hashedAtMost = Needs.at("/id", Treatment.HASH).and(Needs.at("/detail/id", Treatment.HASH));
        return Stream.of(
                        "/type", "/time", "/detail/status", "/detail/priority", "/detail/created_at", "/event/previous")
                .map(Needs::at)
                .reduce(fields.needs().and(hashedAtMost), Needs::and);
    }

    @Override
    public Set<String> own() {
        return POINTERS;
    }
}
