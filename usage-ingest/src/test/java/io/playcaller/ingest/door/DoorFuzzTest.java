package io.playcaller.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.ingest.door.cloudevents.CloudEventReader;
import io.playcaller.ingest.door.privacy.PropertyFilter;
import io.playcaller.ingest.door.segment.SegmentReader;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Broken bodies, made from good ones with a fixed seed: each is read, refused item by item, or no envelope; never a fault. */
class DoorFuzzTest {

    private static final int BODIES = 5_000;
    private static final String SEGMENT = """
            {"batch":[{"type":"track","messageId":"a","userId":"u","event":"E","timestamp":"2026-01-01T00:00:00Z",
            "properties":{"quantity":3,"feature":"f","meaningful":true},"context":{"groupId":"g"}},
            {"type":"identify","userId":"u","traits":{"name":"n","email":"e@x"}},{"type":"alias","userId":"u","previousId":"p"}],
            "context":{"groupId":"g"},"integrations":{"All":true},"sentAt":"2026-01-01T00:00:00Z","writeKey":"k"}""";

    private static final String CLOUD_EVENTS = """
            [{"specversion":"1.0","id":"1","source":"web","type":"io.playcaller.usage.recorded.v1","time":"2026-01-01T00:00:00Z",
            "data":{"accountId":"a","event":"E","userId":"u","quantity":2}},
            {"specversion":"1.0","id":"2","source":"web","type":"io.playcaller.billing.invoice-changed.v1",
            "data":{"accountId":"a","invoiceId":"i","amount":{"minor":5,"currency":"EUR"},"issuedOn":"2026-01-01","dueOn":"2026-01-02"}}]""";

    @Test
    void noSegmentBatchIsAFault() {
        SegmentReader reader = new SegmentReader(32_768);

        fuzz(SEGMENT, body -> {
            ReadBody read = reader.batch(body);
            return read.batch() ? Optional.of(read.items(PropertyFilter.NONE)) : Optional.empty();
        });
    }

    @Test
    void noCloudEventsAreAFault() {
        CloudEventReader reader = new CloudEventReader(32_768, "web");

        fuzz(
                CLOUD_EVENTS,
                body -> JsonItems.ofArray(body) instanceof Step.Kept<JsonItems> read
                        ? Optional.of(reader.batched(body, read.value()))
                        : Optional.empty());
    }

    private static void fuzz(String good, Function<byte[], Optional<List<Item>>> reading) {
        Random random = new Random(20_260_301);
        int read = 0;
        int refused = 0;
        int noEnvelope = 0;
        for (int i = 0; i < BODIES; i++) {
            byte[] body = Mutations.of(good, random);
            try {
                Optional<List<Item>> items = reading.apply(body);
                noEnvelope += items.isEmpty() ? 1 : 0;
                for (Item item : items.orElse(List.of())) {
                    assertThat(item.raw().payload().text()).isNotNull();
                    if (item.draft() instanceof Step.Refused<Draft> no) {
                        assertThat(no.refusal().code()).isNotEqualTo(Refusal.INCIDENT);
                        refused++;
                    } else {
                        read++;
                    }
                }
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("a fault for " + new String(body, StandardCharsets.UTF_8), e);
            }
        }
        assertThat(read).isPositive();
        assertThat(refused).isPositive();
        assertThat(noEnvelope).isPositive();
    }
}
