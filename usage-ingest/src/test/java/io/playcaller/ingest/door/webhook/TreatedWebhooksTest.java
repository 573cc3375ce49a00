package io.playcaller.ingest.door.webhook;

import static io.playcaller.ingest.privacy.Treatment.DROP;
import static io.playcaller.ingest.privacy.Treatment.HASH;
import static io.playcaller.ingest.privacy.Treatment.MASK;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.EventType;
import io.playcaller.ingest.door.privacy.PropertyFilter;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.privacy.Needs;
import io.playcaller.ingest.privacy.PropertyPath;
import io.playcaller.ingest.privacy.PropertyRule;
import io.playcaller.ingest.privacy.Pseudonyms;
import io.playcaller.ingest.privacy.Treatment;
import io.playcaller.ingest.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of a source hold for what a tool sends, whether it is large, moved, sent long ago or read again. */
class TreatedWebhooksTest {

    private static final int MEGABYTE = 1_000_000;
    private static final Pseudonyms PSEUDONYMS = Pseudonyms.under("a secret of this test");
    private static final String REPORTER = PSEUDONYMS.of("ann");

    private static final WebhookReader JIRA = WebhookReader.ofJira(
            "jira",
            new FieldMapping(
                    FactShape.of(EventType.TICKET_CHANGED),
                    Map.of(
                            "accountId", Value.at("/issue/fields/customfield_1"),
                            "userId", Value.at("/issue/fields/reporter/accountId"))));

    private static final PropertyFilter RULES = filter(
            rule(HASH, "/issue/fields/reporter/accountId"),
            rule(DROP, "/issue/fields/description"),
            rule(DROP, "/issue/fields/comment"));

    @Test
    void ofALargeBodyTheExcerptIsTreated() {
        Item large = read(JIRA, issue("x".repeat(MEGABYTE)), RULES).get(0);

        assertThat(Read.kept(large).subject().people().get(0).value()).isEqualTo(REPORTER);
        assertThat(large.raw().payload().text()).contains(REPORTER).doesNotContain("\"ann\"", "At night.", "xxxx");
        assertThat(large.raw().attributes()).containsEntry("userId", REPORTER).containsKey(Excerpt.OF_BYTES);
    }

    @Test
    void aLargeBodyThatCannotBeReadIsWithheld() {
        String body = issue("x".repeat(MEGABYTE));

        Item broken = read(JIRA, body.substring(0, body.length() - 1), RULES).get(0);

        assertThat(Read.refused(broken).code()).isEqualTo(Refusal.UNREADABLE);
        assertThat(broken.raw().payload().text()).startsWith("withheld: " + (body.length() - 1) + " bytes, pch_");
    }

    @Test
    void bothItemsOfAMovedTicketAreTreatedAndReadAgainAsTheyWere() {
        List<Item> both = read(JIRA, issue(""), RULES);

        assertThat(both).hasSize(2).allSatisfy(item -> {
            assertThat(item.raw().payload().text()).contains(REPORTER).doesNotContain("\"ann\"", "At night.");
            assertThat(item.raw().attributes()).containsEntry("userId", REPORTER);
            assertThat(JIRA.again(
                            item.raw().payload().text().getBytes(StandardCharsets.UTF_8),
                            item.raw().attributes(),
                            RULES))
                    .singleElement()
                    .satisfies(again -> {
                        assertThat(again.id()).isEqualTo(item.id());
                        assertThat(again.raw().payload()).isEqualTo(item.raw().payload());
                    });
        });
        assertThat(both)
                .extracting(item -> item.raw().attributes().get(EventCodec.ACCOUNT_ID))
                .containsExactly("globex", "acme");
    }

    /** The words that stood before may be somebody's: they may go, and then nobody is told what would be wrong. */
    @Test
    void whatStoodBeforeMayGoButNotBeMadeAnAccount() {
        assertThat(read(JIRA, issue(""), filter(rule(DROP, "/changelog/items/*/fromString"))))
                .singleElement()
                .satisfies(item ->
                        assertThat(Read.kept(item).subject().accountId()).isEqualTo("globex"));
        assertThat(harmed(DROP, "/changelog/items/*/fromString")).isFalse();
        assertThat(harmed(MASK, "/changelog/items/*/fromString")).isTrue();
        assertThat(harmed(HASH, "/changelog/items/*/fromString")).isTrue();
        assertThat(harmed(DROP, "/changelog/items/*/fieldId")).isTrue();
    }

    @Test
    void whatWasSentTooLongAgoIsRefusedAsItIsKept() {
        String event = "{\"type\":\"track\",\"messageId\":\"m\",\"userId\":\"ann\",\"event\":\"Login\","
                + "\"receivedAt\":\"2026-03-01T09:00:06Z\"}";

        Item late = WebhookReader.ofDestination(32_768)
                .items(
                        event.getBytes(StandardCharsets.UTF_8),
                        Map.of(),
                        new Memory(Instant.parse("2026-03-02T00:00:00Z")),
                        filter(rule(HASH, "/userId")))
                .get(0);

        assertThat(Read.refused(late).code()).isEqualTo(Refusal.SENT_TOO_LONG_AGO);
        assertThat(late.raw().payload().text()).contains(REPORTER).doesNotContain("\"ann\"");
    }

    private static List<Item> read(WebhookReader reader, String body, PropertyFilter filter) {
        return reader.items(body.getBytes(StandardCharsets.UTF_8), Map.of(), Memory.OF_EVERYTHING, filter);
    }

    private static boolean harmed(Treatment treatment, String path) {
        return JIRA.needs().harmedBy(rule(treatment, path)).isPresent();
    }

    private static PropertyFilter filter(PropertyRule... rules) {
        return new PropertyFilter(Stream.of(rules).toList(), Needs.NONE, PSEUDONYMS);
    }

    private static PropertyRule rule(Treatment treatment, String path) {
        return new PropertyRule(PropertyPath.known(path), treatment);
    }

    private static String issue(String comment) {
        return """
                {"timestamp":1525698237764,"webhookEvent":"jira:issue_updated",
                 "issue":{"id":"10148","fields":{"created":"2018-05-06T17:46:10.612+0200","customfield_1":"globex",
                  "summary":"The export stops","description":"At night.","comment":{"comments":[{"body":"%s"}]},
                  "status":{"statusCategory":{"key":"new"}},"priority":{"name":"High"},
                  "reporter":{"accountId":"ann"}}},
                 "changelog":{"items":[{"field":"Account","fieldId":"customfield_1","from":"10","fromString":"acme",
                  "to":"11","toString":"globex"}]}}""".formatted(comment);
    }
}
