package io.playcaller.ingest.door.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.ingest.door.privacy.PropertyFilter;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.privacy.Needs;
import io.playcaller.ingest.privacy.PropertyPath;
import io.playcaller.ingest.privacy.PropertyRule;
import io.playcaller.ingest.privacy.Pseudonyms;
import io.playcaller.ingest.privacy.Treatment;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class KafkaItemsTest {

    private final KafkaItems items = new KafkaItems(32_768, source -> PropertyFilter.NONE);

    @Test
    void aRecordWithoutAnIdThatIsReadAgainIsTheSameEvent() {
        String login = "{\"type\":\"track\",\"userId\":\"u\",\"event\":\"Login\"}";

        Item first = item(7, login);
        Item again = item(7, login);
        Item next = item(8, login);

        assertThat(first.id()).isNotNull().isEqualTo(again.id()).isNotEqualTo(next.id());
        assertThat(first.idAssigned()).isTrue();
    }

    @Test
    void aKeyInARecordIsNotKept() {
        Item refused = item(9, "{\"type\":\"unheard\",\"writeKey\":\"secret\"}");

        assertThat(refused.raw().payload().text()).isEqualTo("{\"type\":\"unheard\"}");
        assertThat(refused.raw().attributes()).containsEntry("offset", "9");
    }

    @Test
    void neitherKeyNorHeadersOfASourceWithRulesAreKept() {
        PropertyRule rule = new PropertyRule(PropertyPath.known("/subject"), Treatment.DROP);
        PropertyFilter rules = new PropertyFilter(List.of(rule), Needs.NONE, Pseudonyms.under("a secret"));
        KafkaItems discreet = new KafkaItems(32_768, source -> rules);
        ConsumerRecord<String, byte[]> record = record(12, "{\"accountId\":\"acme\",\"event\":\"Login\"}");
        header(record, "ce_specversion", "1.0");
        header(record, "ce_subject", "ann");
        header(record, "x-user", "ann");

        assertThat(discreet.item(0, "usage-events", record).raw().attributes())
                .containsOnlyKeys("ce_specversion", "topic", "partition", "offset");
        assertThat(items.item(0, "usage-events", record).raw().attributes()).containsKeys("ce_subject", "x-user");
    }

    @Test
    void aStructuredEventMayRepeatItsAttributesAsHeaders() {
        ConsumerRecord<String, byte[]> record = record(10, """
                {"specversion":"1.0","id":"in-the-value","source":"usage-events","type":"io.playcaller.usage.recorded.v1",
                 "data":{"accountId":"acme","event":"Login"}}""");
        header(record, "content-type", "application/cloudevents+json; charset=UTF-8");
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", "in-a-header");

        Item item = items.item(0, "usage-events", record);

        assertThat(item.id()).isEqualTo("in-the-value");
        assertThat(item.draft()).isInstanceOf(Step.Kept.class);
    }

    @Test
    void attributesInHeadersAreUtf8AsTheyAre() {
        ConsumerRecord<String, byte[]> record = record(11, "{\"accountId\":\"acme\",\"event\":\"Login\"}");
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", "Größe%20✓");
        header(record, "ce_source", "usage-events");
        header(record, "ce_type", "io.playcaller.usage.recorded.v1");

        assertThat(items.item(0, "usage-events", record).id()).isEqualTo("Größe%20✓");
    }

    @Test
    void aHeaderThatIsTooLargeForALetterDoesNotMakeOneThatCannotBeSent() {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("usage-events", 0, 1, null, new byte[0]);
        record.headers().add("ce_specversion", "1".repeat(900_000).getBytes(StandardCharsets.UTF_8));

        Item refused = items.item(0, "usage-events", record);

        assertThat(refused.raw().attributes()).containsEntry("headers_left_out", "1");
        assertThat(refused.draft()).isInstanceOfSatisfying(Step.Refused.class, no -> {
            assertThat(no.refusal().first().orElseThrow().field()).isEqualTo("ce_specversion");
            assertThat(no.refusal().detail()).hasSizeLessThan(300);
        });
    }

    @Test
    void aNumberThatNoComputerHoldsIsRefusedAndStopsNobody() {
        Item refused = item(13, """
                {"specversion":"1.0","id":"n","source":"usage-events","type":"io.playcaller.success.objective-changed.v1",
                 "data":{"accountId":"acme","objectiveId":"o","baseline":1e999}}""");

        assertThat(refused.draft())
                .isInstanceOfSatisfying(
                        Step.Refused.class,
                        no -> assertThat(no.refusal().first().orElseThrow().field())
                                .isEqualTo("/data/baseline"));
    }

    @Test
    void whoMayWriteToATopicMayNotTakeAwayWhatOtherSourcesTold() {
        Item refused = item(14, """
                {"specversion":"1.0","id":"w","source":"usage-events","type":"io.playcaller.correction.usage-withdrawn.v1",
                 "data":{"accountId":"acme","from":"2026-03-01","until":"2026-03-02"}}""");

        assertThat(refused.draft())
                .isInstanceOfSatisfying(
                        Step.Refused.class,
                        no -> assertThat(no.refusal().code()).isEqualTo(Refusal.CORRECTION_SCOPE));
    }

    private Item item(long offset, String json) {
        return items.item(0, "usage-events", record(offset, json));
    }

    private static ConsumerRecord<String, byte[]> record(long offset, String value) {
        return new ConsumerRecord<>("usage-events", 0, offset, "k", value.getBytes(StandardCharsets.UTF_8));
    }

    private static void header(ConsumerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
