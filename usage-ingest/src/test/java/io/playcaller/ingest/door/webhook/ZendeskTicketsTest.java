package io.playcaller.ingest.door.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.contracts.fact.TicketStatus;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.Statement.Ticket;
import io.playcaller.ingest.person.ExternalId;
import io.playcaller.ingest.refusal.Refusal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZendeskTicketsTest {

    private static final WebhookReader READER = WebhookReader.ofZendesk(
            "desk",
            new FieldMapping(
                    FactShape.of(EventType.TICKET_CHANGED),
                    Map.of(
                            "accountId",
                            Value.at("/detail/organization_id").meaning(Map.of("10002", "acme"), null),
                            "userId",
                            new Value(Where.at("/detail/requester_id"), Map.of(), null, "zendesk:", null))));

    private static final String SOLVED =
            event("status_changed", "SOLVED", "HIGH", "\"current\":\"SOLVED\",\"previous\":\"OPEN\"");

    @Test
    void aTicketThatIsSolvedIsReadWhole() {
        Draft draft = Read.kept(READER, SOLVED);

        assertThat(draft.id()).isEqualTo("a8b9c1d2-3e4f-5a6b-7c8d-9e0f1a2b3c4d");
        assertThat(draft.times().happenedAt()).isEqualTo(Instant.parse("2025-01-08T16:45:20.987654321Z"));
        assertThat(draft.subject().accountId()).isEqualTo("acme");
        assertThat(draft.subject().people()).containsExactly(ExternalId.user("zendesk:8447388090494"));
        assertThat(draft.statement())
                .isEqualTo(new Ticket(
                        "5158",
                        TicketStatus.SOLVED,
                        TicketSeverity.SEV2,
                        Instant.parse("2025-01-08T10:12:07Z"),
                        null,
                        Instant.parse("2025-01-08T16:45:20.987654321Z"),
                        null,
                        null));
        assertThat(draft.text()).isNotNull();
        assertThat(draft.text().subject()).isEqualTo("Cannot login to mobile app");
        assertThat(draft.text().body()).isEqualTo("It says 403.");
    }

    @ParameterizedTest
    @CsvSource({
        "created,NEW,,OPEN",
        "status_changed,PENDING,OPEN,PENDING",
        "status_changed,HOLD,OPEN,OPEN",
        "status_changed,CLOSED,SOLVED,SOLVED",
        "status_changed,OPEN,SOLVED,REOPENED",
        "status_changed,open,Closed,REOPENED",
        "status_changed,PENDING,SOLVED,PENDING",
        "priority_changed,OPEN,LOW,OPEN",
        "soft_deleted,OPEN,,SOLVED",
        "marked_as_spam,NEW,,SOLVED"
    })
    void aStatusIsOneOfOurs(String event, String status, String previous, TicketStatus expected) {
        Ticket ticket = ticket(event(event, status, "LOW", "\"previous\":\"" + previous + "\""));

        assertThat(ticket.status()).isEqualTo(expected);
        assertThat(ticket.solvedAt() != null).isEqualTo(expected == TicketStatus.SOLVED);
    }

    @ParameterizedTest
    @CsvSource({"URGENT,SEV1", "HIGH,SEV2", "NORMAL,SEV3", "LOW,SEV4", "low,SEV4", "'',SEV3"})
    void aPriorityIsASeverity(String priority, TicketSeverity expected) {
        assertThat(ticket(event("created", "NEW", priority, "")).severity()).isEqualTo(expected);
    }

    @Test
    void theFileMaySayAnotherSeverityAndLeavesTheRest() {
        WebhookReader reader = WebhookReader.ofZendesk(
                "desk",
                new FieldMapping(
                        FactShape.of(EventType.TICKET_CHANGED),
                        Map.of(
                                "accountId", Value.at("/detail/organization_id"),
                                "severity",
                                        Value.at("/detail/subject")
                                                .meaning(Map.of("Cannot login to mobile app", "sev1"), null))));
        String other = SOLVED.replace("Cannot login", "Can login");

        assertThat(((Ticket) Read.kept(reader, SOLVED).statement()).severity()).isEqualTo(TicketSeverity.SEV1);
        assertThat(((Ticket) Read.kept(reader, other).statement()).severity()).isEqualTo(TicketSeverity.SEV2);
    }

    @Test
    void aTicketThatIsNoMoreIsSolvedWhateverTheFileSaysOfItsStatus() {
        WebhookReader reader = WebhookReader.ofZendesk(
                "desk",
                new FieldMapping(
                        FactShape.of(EventType.TICKET_CHANGED),
                        Map.of(
                                "accountId", Value.at("/detail/organization_id"),
                                "status", Value.at("/detail/status").meaning(Map.of("HOLD", "pending"), null))));

        assertThat(((Ticket) Read.kept(reader, event("status_changed", "HOLD", "LOW", ""))
                                .statement())
                        .status())
                .isEqualTo(TicketStatus.PENDING);
        assertThat(((Ticket) Read.kept(reader, event("soft_deleted", "HOLD", "LOW", ""))
                                .statement())
                        .status())
                .isEqualTo(TicketStatus.SOLVED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"comment_added", "tags_changed", "whatever_comes_next"})
    void whatChangesNothingThatCountsIsLeftOut(String event) {
        assertThat(Read.refused(READER, event(event, "OPEN", "LOW", "")).code()).isEqualTo(Refusal.LEFT_OUT);
        assertThat(Read.refused(READER, "{\"type\":\"zen:event-type:user.created\"}")
                        .code())
                .isEqualTo(Refusal.LEFT_OUT);
    }

    /** When it was solved does not stand in it. */
    @Test
    void aSolvedTicketWhosePriorityChangesIsLeftOut() {
        assertThat(Read.refused(READER, event("priority_changed", "SOLVED", "LOW", ""))
                        .code())
                .isEqualTo(Refusal.LEFT_OUT);
    }

    @Test
    void anOrganizationThatTheFileDoesNotKnowIsRefusedInZendesksTerms() {
        Item item = Read.one(READER, SOLVED.replace("10002", "10003"), Map.of());

        assertThat(Read.refused(item).code()).isEqualTo(Refusal.FIELD_INVALID);
        assertThat(Read.refused(item).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("/detail/organization_id");
            assertThat(fault.expected()).isEqualTo("one of 10002");
            assertThat(fault.actual()).isEqualTo("'10003'");
        });
        assertThat(item.raw().attributes()).containsEntry("userId", "zendesk:8447388090494");
    }

    @Test
    void aFieldThatIsNotThereOrNewIsNamedAsZendeskDoes() {
        Refusal missing = Read.refused(READER, SOLVED.replace("created_at", "createdAt"));
        Refusal status = Read.refused(READER, event("status_changed", "WAITING", "LOW", ""));

        assertThat(missing.code()).isEqualTo(Refusal.FIELD_MISSING);
        assertThat(missing.faults().get(0).field()).isEqualTo("/detail/created_at");
        assertThat(status.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("/detail/status");
            assertThat(fault.actual()).isEqualTo("'WAITING'");
        });
    }

    @Test
    void whomItIsAboutStandsBesideItsLetter() {
        assertThat(Read.one(READER, SOLVED, Map.of()).raw().attributes())
                .containsEntry("userId", "zendesk:8447388090494")
                .containsEntry(EventCodec.ACCOUNT_ID, "acme");
    }

    private static Ticket ticket(String body) {
        return (Ticket) Read.kept(READER, body).statement();
    }

    private static String event(String event, String status, String priority, String change) {
        return """
                {"account_id":22129848,"id":"a8b9c1d2-3e4f-5a6b-7c8d-9e0f1a2b3c4d","subject":"zen:ticket:5158",
                 "time":"2025-01-08T16:45:20.987654321Z","type":"zen:event-type:ticket.%s",
                 "zendesk_event_version":"2022-11-06",
                 "detail":{"id":"5158","subject":"Cannot login to mobile app","description":"It says 403.",
                  "status":"%s","priority":"%s","organization_id":"10002","requester_id":"8447388090494",
                  "created_at":"2025-01-08T10:12:07Z","updated_at":"2025-01-08T16:45:20Z","via":{"channel":"web"}},
                 "event":{%s}}""".formatted(event, status, priority, change);
    }
}
