package io.playcaller.ingest.door.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.contracts.fact.TicketStatus;
import io.playcaller.ingest.door.privacy.PropertyFilter;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.Statement.Ticket;
import io.playcaller.ingest.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A ticket that moves is told to both accounts, as the tool's own event says whose it was. */
class MovedTicketTest {

    private static final Value ORGANIZATION =
            Value.at("/detail/organization_id").meaning(Map.of("10002", "acme", "10003", "globex"), null);
    private static final WebhookReader DESK =
            WebhookReader.ofZendesk("desk", fields(Map.of("accountId", ORGANIZATION)));

    @Test
    void theNewAccountHasItAsItStandsAndTheOldOneAsSolvedThen() {
        List<Item> both = items(DESK, moved("10002"));
        Draft here = Read.kept(both.get(0));
        Draft away = Read.kept(both.get(1));

        assertThat(both).hasSize(2).extracting(Item::index).containsExactly(0, 1);
        assertThat(here.subject().accountId()).isEqualTo("globex");
        assertThat(((Ticket) here.statement()).status()).isEqualTo(TicketStatus.OPEN);
        assertThat(away.subject().accountId()).isEqualTo("acme");
        assertThat(away.times().happenedAt()).isEqualTo(Instant.parse("2025-01-08T16:45:20Z"));
        assertThat(away.statement())
                .isEqualTo(new Ticket(
                        "5158",
                        TicketStatus.SOLVED,
                        TicketSeverity.SEV2,
                        Instant.parse("2025-01-08T10:12:07Z"),
                        null,
                        Instant.parse("2025-01-08T16:45:20Z"),
                        null,
                        null));
        assertThat(away.text())
                .as("what was written is not the old account's any more")
                .isNull();
    }

    @Test
    void eachHasAnIdThatIsTheSameEachTimeItIsDelivered() {
        List<Item> first = items(DESK, moved("10002"));
        List<Item> again = items(DESK, moved("10002"));

        assertThat(first).extracting(Item::id).doesNotHaveDuplicates();
        assertThat(again)
                .extracting(Item::id)
                .containsExactlyElementsOf(first.stream().map(Item::id).toList());
    }

    @ParameterizedTest
    @CsvSource({"10003", "10009", "''"})
    void whatWasTheSameOrNobodysLeavesNothing(String organizationBefore) {
        assertThat(items(DESK, moved(organizationBefore))).hasSize(1);
    }

    /** It leaves the old account also when nobody has said yet which account the new one is. */
    @Test
    void aRefusedArrivalDoesNotHoldUpTheFarewell() {
        List<Item> both =
                items(DESK, moved("10002").replace("\"organization_id\":\"10003\"", "\"organization_id\":\"10004\""));

        assertThat(Read.refused(both.get(0)).code()).isEqualTo(Refusal.FIELD_INVALID);
        assertThat(Read.kept(both.get(1)).subject().accountId()).isEqualTo("acme");
    }

    /** The id of the farewell is made of that of the event. */
    @Test
    void whatHasNoIdOrTimeSaysNoFarewell() {
        assertThat(items(DESK, moved("10002").replace("\"id\":\"e-1\"", "\"id\":\"\"")))
                .hasSize(1);
        assertThat(items(DESK, moved("10002").replace("\"time\"", "\"at\""))).hasSize(1);
    }

    @Test
    void aSolvedTicketThatMovesIsNoNews() {
        assertThat(items(DESK, moved("10002").replace("OPEN", "SOLVED")))
                .singleElement()
                .satisfies(item -> assertThat(Read.refused(item).code()).isEqualTo(Refusal.LEFT_OUT));
    }

    /** A letter holds one of the two, and its replay is that one; of an older letter it is the ticket as it stands. */
    @Test
    void aLetterIsReadAgainAsTheOneThatItWas() {
        List<Item> both = items(DESK, moved("10002"));

        for (Item item : both) {
            assertThat(again(DESK, item.raw().attributes()))
                    .singleElement()
                    .satisfies(read -> assertThat(read.id()).isEqualTo(item.id()));
        }
        assertThat(again(DESK, Map.of()))
                .singleElement()
                .satisfies(read -> assertThat(read.id()).isEqualTo(both.get(0).id()));
        assertThat(both.get(1).raw().attributes()).containsEntry(EventCodec.ACCOUNT_ID, "acme");
        WebhookReader byPerson =
                WebhookReader.ofZendesk("desk", fields(Map.of("userId", Value.at("/detail/requester_id"))));
        assertThat(again(byPerson, both.get(1).raw().attributes()))
                .singleElement()
                .satisfies(read -> assertThat(Read.refused(read).code()).isEqualTo(Refusal.LEFT_OUT));
    }

    @Test
    void whatTheFileSaysOfOtherFieldsHoldsForBoth() {
        Map<String, Value> values = new HashMap<>(Map.of("accountId", ORGANIZATION));
        values.put("ticketId", new Value(Where.at("/detail/id"), Map.of(), null, "zendesk:", null));
        values.put("status", Value.at("/detail/status").meaning(Map.of("OPEN", "pending"), null));
        WebhookReader reader = WebhookReader.ofZendesk("desk", fields(values));

        assertThat(items(reader, moved("10002")))
                .extracting(item -> (Ticket) Read.kept(item).statement())
                .extracting(Ticket::ticketId, Ticket::status)
                .containsExactly(
                        tuple("zendesk:5158", TicketStatus.PENDING), tuple("zendesk:5158", TicketStatus.SOLVED));
    }

    @ParameterizedTest
    @CsvSource({
        "/issue/fields/customfield_1,       text,            '\"globex\"'",
        "/issue/fields/customfield_1/value, option,          '{\"id\":\"11\",\"value\":\"globex\"}'",
        "/issue/fields/customfield_1/id,    option by its id, '{\"id\":\"11\",\"value\":\"globex\"}'"
    })
    void jiraSaysInItsChangeLogWhoseAnIssueWas(String pointer, String kind, String now) {
        Value account = pointer.endsWith("/id")
                ? Value.at(pointer).meaning(Map.of("10", "acme", "11", "globex"), null)
                : Value.at(pointer);
        WebhookReader jira = WebhookReader.ofJira("jira", fields(Map.of("accountId", account)));

        assertThat(items(jira, issue(now, "customfield_1")))
                .as(kind)
                .extracting(item -> Read.kept(item).subject().accountId())
                .containsExactly("globex", "acme");
    }

    /** Data Center names fields as people see them: which of them is the account's cannot be told. */
    @Test
    void whereNobodyCanTellItStaysOpenAtTheOldAccount() {
        WebhookReader jira =
                WebhookReader.ofJira("jira", fields(Map.of("accountId", Value.at("/issue/fields/customfield_1"))));
        WebhookReader deeper = WebhookReader.ofJira(
                "jira", fields(Map.of("accountId", Value.at("/issue/fields/customfield_1/0/name"))));

        assertThat(items(jira, issue("\"globex\"", "customfield_2"))).hasSize(1);
        assertThat(items(deeper, issue("[{\"name\":\"globex\"}]", "customfield_1")))
                .hasSize(1);
    }

    private static List<Item> items(WebhookReader reader, String body) {
        return Read.all(reader, body, Map.of(), Memory.OF_EVERYTHING);
    }

    private static List<Item> again(WebhookReader reader, Map<String, String> beside) {
        return reader.again(moved("10002").getBytes(StandardCharsets.UTF_8), beside, PropertyFilter.NONE);
    }

    private static FieldMapping fields(Map<String, Value> values) {
        return new FieldMapping(FactShape.of(EventType.TICKET_CHANGED), values);
    }

    private static String moved(String from) {
        return """
                {"id":"e-1","time":"2025-01-08T16:45:20Z","type":"zen:event-type:ticket.organization_changed",
                 "detail":{"id":"5158","subject":"Cannot login","status":"OPEN","priority":"HIGH",
                  "organization_id":"10003","requester_id":"844","created_at":"2025-01-08T10:12:07Z"},
                 "event":{"current":"10003","previous":"%s"}}""".formatted(from);
    }

    private static String issue(String account, String changed) {
        return """
                {"timestamp":1525698237764,"webhookEvent":"jira:issue_updated",
                 "issue":{"id":"10148","fields":{"created":"2018-05-06T17:46:10.612+0200","customfield_1":%s,
                  "status":{"statusCategory":{"key":"new"}},"priority":{"name":"High"}}},
                 "changelog":{"items":[{"field":"status","fieldId":"status","from":"1","fromString":"a"},
                  {"field":"Account","fieldId":"%s","from":"10","fromString":"acme","to":"11","toString":"globex"}]}}""".formatted(account, changed);
    }
}
