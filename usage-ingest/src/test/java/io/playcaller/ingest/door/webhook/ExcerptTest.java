package io.playcaller.ingest.door.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.EventType;
import io.playcaller.ingest.door.privacy.PropertyFilter;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An issue with many comments is read like one without, and of its letter only the comments are missing. */
class ExcerptTest {

    private static final int MEGABYTE = 1_000_000;

    private static final WebhookReader JIRA = WebhookReader.ofJira(
            "jira",
            new FieldMapping(
                    FactShape.of(EventType.TICKET_CHANGED),
                    Map.of(
                            "accountId", Value.at("/issue/fields/customfield_2/1/name"),
                            "userId", Value.at("/issue/fields/reporter/accountId"))));

    @Test
    void aLargeBodyGivesTheSameEventAsASmallOne() {
        Draft small = Read.kept(JIRA, issue("", "acme"));
        Item large = Read.one(JIRA, issue("x".repeat(3 * MEGABYTE), "acme"), Map.of());

        assertThat(Read.kept(large).id()).isEqualTo(small.id());
        assertThat(Read.kept(large).statement()).isEqualTo(small.statement());
        assertThat(Read.kept(large).subject()).isEqualTo(small.subject());
        assertThat(Read.kept(large).times()).isEqualTo(small.times());
        assertThat(Read.kept(large).text()).isEqualTo(small.text());
    }

    @Test
    void itsLetterHoldsWhatIsReadAndSaysOfHowMuch() {
        String body = issue("x".repeat(MEGABYTE), "");
        Item refused = Read.one(JIRA, body.replace("\"created\"", "\"made\""), Map.of());

        assertThat(Read.refused(refused).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.field()).isEqualTo("/issue/fields/created"));
        assertThat(refused.raw().length()).isLessThan(2_000);
        assertThat(refused.raw().attributes())
                .containsEntry(Excerpt.OF_BYTES, String.valueOf(body.length() - "created".length() + "made".length()))
                .doesNotContainKey("cut_from_bytes");
        assertThat(refused.raw().payload().text())
                .contains("The export stops", "5b10ac8d82e05b22cc7d4ef5")
                .doesNotContain("xxxx");
        Item again = JIRA.again(
                        refused.raw().payload().text().getBytes(StandardCharsets.UTF_8),
                        refused.raw().attributes(),
                        PropertyFilter.NONE)
                .get(0);
        assertThat(Read.refused(again).faults()).isEqualTo(Read.refused(refused).faults());
    }

    @Test
    void whatIsBrokenOrHasMoreBehindItIsRefused() {
        String body = issue("x".repeat(MEGABYTE), "acme");

        assertThat(refused(body.substring(0, body.length() - 1)).code()).isEqualTo(Refusal.UNREADABLE);
        assertThat(refused(body + "{}").code()).isEqualTo(Refusal.UNREADABLE);
        assertThat(refused("\"" + "x".repeat(MEGABYTE) + "\"").code()).isEqualTo(Refusal.UNREADABLE);
        assertThat(refused("[" + body + "]").code()).isEqualTo(Refusal.EVENT_TOO_LARGE);
        assertThat(refused("{\"timestamp\":" + "[".repeat(300_000) + "]".repeat(300_000) + "}")
                        .code())
                .isEqualTo(Refusal.UNREADABLE);
        assertThat(refused("{\"timestamp\":" + "[".repeat(300) + "]".repeat(300) + ",\"x\":\"" + "x".repeat(MEGABYTE)
                                + "\"}")
                        .code())
                .isEqualTo(Refusal.TOO_DEEP);
    }

    /** Of two fields of one name the later counts, in a large body as in a small one. */
    @Test
    void theLaterOfTwoFieldsCounts() {
        for (String comment : List.of("", "x".repeat(MEGABYTE))) {
            String twice = issue(comment, "acme").replace("\"priority\":", "\"status\":7,\"priority\":");

            assertThat(refused(twice).faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.field()).isEqualTo("/issue/fields/status/statusCategory/key"));
        }
    }

    private static Refusal refused(String body) {
        return Read.refused(JIRA, body);
    }

    private static String issue(String comment, String account) {
        return """
                {"timestamp":1525698237764,"webhookEvent":"jira:issue_updated","user":{"accountId":"u"},
                 "issue":{"id":"10148","key":"SUP-12","fields":{"summary":"The export stops","description":"At night.",
                  "comment":{"comments":[{"body":"%s"}]},"created":"2018-05-06T17:46:10.612+0200",
                  "status":{"name":"To Do","statusCategory":{"key":"new"}},"priority":{"name":"High"},
                  "reporter":{"accountId":"5b10ac8d82e05b22cc7d4ef5"},
                  "customfield_2":[{"id":"1","name":"first"},{"id":"2","name":"%s"}]}},
                 "changelog":{"items":[{"field":"resolution","from":"1","to":null}]}}""".formatted(comment, account);
    }
}
