package io.playcaller.ingest.door.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.ingest.event.Item;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class KafkaItemsTest {

    private final KafkaItems items = new KafkaItems(32_768);

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

    private Item item(long offset, String json) {
        return items.item(
                0,
                "usage-events",
                new ConsumerRecord<>("usage-events", 0, offset, "k", json.getBytes(StandardCharsets.UTF_8)));
    }
}
