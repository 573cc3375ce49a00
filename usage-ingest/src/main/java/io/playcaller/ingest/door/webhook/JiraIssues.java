package io.playcaller.ingest.door.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.Ids;
import io.playcaller.ingest.privacy.Needs;
import io.playcaller.ingest.privacy.Treatment;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Jira's issue events, of Jira Cloud and Data Center. Each holds the whole issue after the change. The ticket is the issue's
 * number and not its key, which changes when the issue moves to another project.
 *
 * @param fields whose the issue is, and whatever else is not in Jira's own words
 */
record JiraIssues(FieldMapping fields) implements TicketTranslator {

    /** The same in each attempt to deliver one event. The signature does not cover it. */
    static final String IDENTIFIER = "x-atlassian-webhook-identifier";

    private static final String DELETED = "jira:issue_deleted";
    private static final String UPDATED = "jira:issue_updated";
    private static final Set<String> COUNTED = Set.of("jira:issue_created", UPDATED, DELETED);
    private static final String CHANGES = "/changelog/items";

    /** Where a change says what stood before, by where in its field the account stands: ids, and words as people see them. */
    private static final Map<String, String> BEFORE =
            Map.of("", "fromString", "/value", "fromString", "/name", "fromString", "/id", "from");

    private static final String FIELDS = "/issue/fields/";
    private static final String STATUS = "status";
    private static final String SOLVED = "solved";

    private static final Set<String> POINTERS = Set.of(
            "/timestamp",
            "/webhookEvent",
            "/issue/id",
            FIELDS + "status/statusCategory/key",
            FIELDS + "priority/name",
            FIELDS + "created",
            FIELDS + "resolutiondate",
            FIELDS + "statuscategorychangedate",
            FIELDS + "summary",
            FIELDS + "description",
            CHANGES);

    /** By the names that Jira ships. */
    private static final Map<String, String> SEVERITIES = Map.ofEntries(
            Map.entry("Blocker", "sev1"),
            Map.entry("Highest", "sev1"),
            Map.entry("Critical", "sev2"),
            Map.entry("High", "sev2"),
            Map.entry("Major", "sev3"),
            Map.entry("Medium", "sev3"),
            Map.entry("Minor", "sev4"),
            Map.entry("Low", "sev4"),
            Map.entry("Lowest", "sev4"),
            Map.entry("Trivial", "sev4"));

    private static final String OTHER_PRIORITY = "sev3";

    @Override
    public Step<Translation> translate(Sent sent) {
        String event = sent.text("/webhookEvent");
        if (!COUNTED.contains(event)) {
            return Step.refused(Refusal.of(Refusal.LEFT_OUT, "the event says nothing that is counted"));
        }
        return (event.equals(DELETED) ? fields.without(Set.of(STATUS)) : fields).into(ticket(sent, event), sent);
    }

    private static Translation ticket(Sent sent, String event) {
        Translation ticket = new Translation(EventType.TICKET_CHANGED);
        ticket.id(Optional.of(id(sent, event)), IDENTIFIER);
        ticket.time(Optional.of(Epoch.MILLISECONDS.iso(sent.text("/timestamp"))), "/timestamp");
        ticket.copy("ticketId", sent, "/issue/id");
        String status = status(sent, event);
        ticket.field(STATUS, TextNode.valueOf(status), FIELDS + "status/statusCategory/key");
        ticket.field("severity", TextNode.valueOf(severity(sent)), FIELDS + "priority/name");
        time(ticket, "openedAt", sent, "created");
        if (status.equals(SOLVED)) {
            solved(ticket, sent, event);
        }
        ticket.copy("subject", sent, FIELDS + "summary");
        ticket.copy("description", sent, FIELDS + "description");
        return ticket;
    }

    /** The change log has what stood before in the field of the account; it names fields by their ids only in Jira Cloud. */
    @Override
    public Optional<Translation> farewell(Sent sent) {
        String event = sent.text("/webhookEvent");
        return event.equals(UPDATED)
                ? accountWas(sent).flatMap(moved -> moved.farewell(ticket(sent, event), fields, sent))
                : Optional.empty();
    }

    private Optional<MovedTicket> accountWas(Sent sent) {
        String place = fields.pointer("accountId")
                .filter(pointer -> pointer.startsWith(FIELDS))
                .map(pointer -> pointer.substring(FIELDS.length()))
                .orElse("");
        String field = place.split("/", 2)[0];
        String before = BEFORE.get(place.substring(field.length()));
        if (field.isEmpty() || before == null) {
            return Optional.empty();
        }
        return changes(sent)
                .filter(change -> change.path("fieldId").asText().equals(field) && change.hasNonNull(before))
                .findFirst()
                .map(change -> new MovedTicket(change.get(before).asText(), CHANGES));
    }

    private static Stream<JsonNode> changes(Sent sent) {
        return StreamSupport.stream(sent.body().at(CHANGES).spliterator(), false);
    }

    /** An old Data Center gives no identifier. */
    private static String id(Sent sent, String event) {
        String identifier = sent.headers().get(IDENTIFIER);
        return identifier != null && !identifier.isBlank()
                ? identifier
                : Ids.derived("jira", event, sent.text("/issue/id"), sent.text("/timestamp"))
                        .toString();
    }

    /** Statuses have any name; their category is one of three. An issue that is no more waits for nobody. */
    private static String status(Sent sent, String event) {
        String category = sent.text(FIELDS + "status/statusCategory/key");
        if (event.equals(DELETED) || category.equals("done")) {
            return SOLVED;
        }
        if (category.isEmpty()) {
            return "";
        }
        return lostItsResolution(sent) ? "reopened" : "open";
    }

    private static boolean lostItsResolution(Sent sent) {
        return changes(sent)
                .anyMatch(change -> change.path("field").asText().equals("resolution")
                        && change.hasNonNull("from")
                        && !change.hasNonNull("to"));
    }

    private static void solved(Translation ticket, Sent sent, String event) {
        if (event.equals(DELETED)) {
            ticket.field("solvedAt", TextNode.valueOf(Epoch.MILLISECONDS.iso(sent.text("/timestamp"))), "/timestamp");
            return;
        }
        Stream.of("resolutiondate", "statuscategorychangedate")
                .filter(field -> sent.value(FIELDS + field) != null)
                .findFirst()
                .ifPresent(field -> time(ticket, "solvedAt", sent, field));
    }

    private static void time(Translation ticket, String name, Sent sent, String field) {
        JsonNode stated = sent.value(FIELDS + field);
        ticket.field(name, stated == null ? null : FieldType.TIME.node(stated.asText()), FIELDS + field);
    }

    private static String severity(Sent sent) {
        return SEVERITIES.getOrDefault(sent.text(FIELDS + "priority/name"), OTHER_PRIORITY);
    }

    /**
     * What stood before in words is what people wrote, too, and may go: then no issue that moves is told to the account that it
     * left. Masked or hashed it would be told to an account that is none.
     */
    @Override
    public Needs needs() {
        return Stream.of(
                        "/webhookEvent",
                        "/timestamp",
                        FIELDS + "status/statusCategory/key",
                        FIELDS + "priority/name",
                        FIELDS + "created",
                        FIELDS + "resolutiondate",
                        FIELDS + "statuscategorychangedate",
                        CHANGES + "/*/field",
                        CHANGES + "/*/fieldId",
                        CHANGES + "/*/from",
                        CHANGES + "/*/to")
                .map(Needs::at)
                .reduce(
                        fields.needs()
                                .and(Needs.at("/issue/id", Treatment.HASH))
                                .and(Needs.at(CHANGES + "/*/fromString", Treatment.DROP)),
                        Needs::and);
    }

    @Override
    public Set<String> own() {
        return POINTERS;
    }

    @Override
    public Set<String> headers() {
        Set<String> headers = new HashSet<>(TicketTranslator.super.headers());
        headers.add(IDENTIFIER);
        return headers;
    }
}
