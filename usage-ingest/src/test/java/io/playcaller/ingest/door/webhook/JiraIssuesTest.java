package io.playcaller.ingest.door.webhook;

import static org.assertj.core.api.Assertions.assertThat;

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

class JiraIssuesTest {

    private static final WebhookReader READER = WebhookReader.ofJira(
            "jira",
            new FieldMapping(
                    FactShape.of(EventType.TICKET_CHANGED),
                    Map.of(
                            "accountId", Value.at("/issue/fields/customfield_10050/value"),
                            "userId",
                                    new Value(
                                            Where.at("/issue/fields/reporter/accountId"),
                                            Map.of(),
                                            null,
                                            "jira:",
                                            null),
                            "status",
                                    Value.at("/issue/fields/status/name")
                                            .meaning(Map.of("Waiting for customer", "pending"), null))));

    private static final String RESOLVED =
            issue("jira:issue_updated", "Done", "done", "\"2018-05-07T13:00:00.000+0200\"", "");
    private static final String OPEN = issue("jira:issue_created", "To Do", "new", "null", "");

    @Test
    void anIssueThatIsResolvedIsReadWhole() {
        Draft draft = Read.kept(Read.one(READER, RESOLVED, Map.of("x-atlassian-webhook-identifier", "w-17")));

        assertThat(draft.id()).isEqualTo("w-17");
        assertThat(draft.times().happenedAt()).isEqualTo(Instant.ofEpochMilli(1525698237764L));
        assertThat(draft.subject().accountId()).isEqualTo("acme");
        assertThat(draft.subject().people()).containsExactly(ExternalId.user("jira:5b10ac8d82e05b22cc7d4ef5"));
        assertThat(draft.statement())
                .isEqualTo(new Ticket(
                        "10148",
                        TicketStatus.SOLVED,
                        TicketSeverity.SEV2,
                        Instant.parse("2018-05-06T15:46:10.612Z"),
                        null,
                        Instant.parse("2018-05-07T11:00:00Z"),
                        null,
                        null));
        assertThat(draft.text()).isNotNull();
        assertThat(draft.text().subject()).isEqualTo("The export stops");
    }

    @Test
    void theIdentifierTellsARepetitionFromAnotherEvent() {
        String first = id(Map.of("x-atlassian-webhook-identifier", "w-18"));

        assertThat(id(Map.of("x-atlassian-webhook-identifier", "w-18"))).isEqualTo(first);
        assertThat(id(Map.of("x-atlassian-webhook-identifier", "w-19"))).isNotEqualTo(first);
        assertThat(READER.headers()).contains("x-atlassian-webhook-identifier");
    }

    @Test
    void withoutAnIdentifierTheSameEventHasTheSameId() {
        String later = OPEN.replace("1525698237764", "1525698237765");

        assertThat(id(Map.of())).isEqualTo(id(Map.of()));
        assertThat(Read.kept(READER, later).id()).isNotEqualTo(id(Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "To Do,new,OPEN",
        "In Progress,indeterminate,OPEN",
        "Whatever,indeterminate,OPEN",
        "Waiting for customer,indeterminate,PENDING"
    })
    void aStatusIsItsCategoryUnlessTheFileKnowsItsName(String name, String category, TicketStatus expected) {
        assertThat(ticket(issue("jira:issue_updated", name, category, "null", ""))
                        .status())
                .isEqualTo(expected);
    }

    @Test
    void anIssueThatLostItsResolutionIsReopened() {
        String change =
                "{\"field\":\"resolution\",\"from\":\"10000\",\"fromString\":\"Done\",\"to\":null,\"toString\":null}";
        String other = "{\"field\":\"status\",\"from\":\"1\",\"to\":\"3\"}";

        assertThat(ticket(issue("jira:issue_updated", "To Do", "new", "null", other + "," + change))
                        .status())
                .isEqualTo(TicketStatus.REOPENED);
        assertThat(ticket(issue("jira:issue_updated", "To Do", "new", "null", other))
                        .status())
                .isEqualTo(TicketStatus.OPEN);
    }

    @Test
    void aWorkflowWithoutResolutionsSaysWhenTheCategoryChanged() {
        Ticket ticket = ticket(issue("jira:issue_updated", "Done", "done", "null", ""));

        assertThat(ticket.solvedAt()).isEqualTo(Instant.parse("2018-05-07T10:30:00Z"));
    }

    @Test
    void anIssueThatIsNoMoreWaitsForNobody() {
        Ticket ticket = ticket(issue("jira:issue_deleted", "To Do", "new", "null", ""));

        assertThat(ticket.status()).isEqualTo(TicketStatus.SOLVED);
        assertThat(ticket.solvedAt()).isEqualTo(Instant.ofEpochMilli(1525698237764L));
    }

    /** Its last status may have waited for the customer; nobody waits for it any more. */
    @Test
    void anIssueThatIsNoMoreIsSolvedWhateverTheFileSaysOfItsStatus() {
        assertThat(ticket(issue("jira:issue_updated", "Waiting for customer", "indeterminate", "null", ""))
                        .status())
                .isEqualTo(TicketStatus.PENDING);
        assertThat(ticket(issue("jira:issue_deleted", "Waiting for customer", "indeterminate", "null", ""))
                        .status())
                .isEqualTo(TicketStatus.SOLVED);
    }

    @Test
    void otherEventsAreLeftOut() {
        assertThat(Read.refused(READER, OPEN.replace("jira:issue_created", "comment_created"))
                        .code())
                .isEqualTo(Refusal.LEFT_OUT);
        assertThat(Read.refused(READER, "{}").code()).isEqualTo(Refusal.LEFT_OUT);
    }

    @Test
    void aFieldThatIsNotThereIsNamedAsJiraDoes() {
        assertThat(Read.refused(READER, OPEN.replace("\"created\"", "\"made\"")).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.field()).isEqualTo("/issue/fields/created"));
        assertThat(Read.refused(READER, OPEN.replace("statusCategory", "category"))
                        .faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.field()).isEqualTo("/issue/fields/status/statusCategory/key"));
    }

    /** Jira signs no time in a header; when it made the body stands in the body, which is signed. */
    @Test
    void whatJiraMadeBeforeClaimsRememberIsRefusedAndKept() {
        Instant made = Instant.ofEpochMilli(1525698237764L);
        Item late = Read.all(READER, RESOLVED, Map.of(), new Memory(made.plusMillis(1)))
                .get(0);

        assertThat(Read.refused(late).code()).isEqualTo(Refusal.SENT_TOO_LONG_AGO);
        assertThat(Read.refused(late).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.field()).isEqualTo("/timestamp"));
        assertThat(Read.kept(
                        Read.all(READER, RESOLVED, Map.of(), new Memory(made)).get(0)))
                .isNotNull();
    }

    private static String id(Map<String, String> headers) {
        return Read.kept(Read.one(READER, OPEN, headers)).id();
    }

    private static Ticket ticket(String body) {
        return (Ticket) Read.kept(READER, body).statement();
    }

    private static String issue(String event, String status, String category, String resolved, String changes) {
        return """
                {"timestamp":1525698237764,"webhookEvent":"%s","user":{"accountId":"99291:u"},
                 "issue":{"id":"10148","key":"SUP-12","fields":{"summary":"The export stops","description":null,
                  "created":"2018-05-06T17:46:10.612+0200","updated":"2018-05-07T13:03:57.764+0200",
                  "resolutiondate":%s,"statuscategorychangedate":"2018-05-07T12:30:00.000+0200",
                  "status":{"name":"%s","statusCategory":{"id":2,"key":"%s"}},"priority":{"name":"High"},
                  "reporter":{"accountId":"5b10ac8d82e05b22cc7d4ef5"},"customfield_10050":{"value":"acme"}}},
                 "changelog":{"id":"1","items":[%s]}}""".formatted(event, resolved, status, category, changes);
    }
}
