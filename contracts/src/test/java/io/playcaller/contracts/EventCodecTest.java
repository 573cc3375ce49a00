package io.playcaller.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.CloudEventDeserializer;
import io.cloudevents.kafka.CloudEventSerializer;
import io.playcaller.contracts.fact.UsageRecorded;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class EventCodecTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final UsageRecorded USAGE =
            new UsageRecorded("acme", "Report Opened", "reports", null, "p-1", 3, true);
    private static final Envelope ENVELOPE =
            new Envelope("m-1", "web", NOON, "acme", FactOrigin.BASELINE, NOON.plusSeconds(2), 7);

    @Test
    void whatIsWrittenIsRead() {
        Headers headers = EventCodec.headers(ENVELOPE, EventType.USAGE_RECORDED);

        Event<?> read = EventCodec.read(headers, WireJson.write(USAGE)).orElseThrow();

        assertThat(read).isEqualTo(Event.of(ENVELOPE, USAGE));
    }

    @Test
    void theCloudEventsSdkReadsWhatWeWrite() {
        Headers headers = EventCodec.headers(ENVELOPE, EventType.USAGE_RECORDED);

        CloudEvent event;
        try (CloudEventDeserializer sdk = new CloudEventDeserializer()) {
            event = sdk.deserialize("any", headers, WireJson.write(USAGE));
        }

        assertThat(event.getId()).isEqualTo("m-1");
        assertThat(event.getSource()).isEqualTo(URI.create("web"));
        assertThat(event.getType()).isEqualTo("io.playcaller.usage.recorded.v1");
        assertThat(Objects.requireNonNull(event.getTime()).toInstant()).isEqualTo(NOON);
        assertThat(event.getDataContentType()).isEqualTo("application/json");
        assertThat(event.getExtension("accountid")).isEqualTo("acme");
        assertThat(event.getExtension("origin")).isEqualTo("baseline");
    }

    @Test
    void weReadWhatTheCloudEventsSdkWrites() {
        CloudEvent event = CloudEventBuilder.v1()
                .withId("m-2")
                .withSource(URI.create("billing"))
                .withType("io.playcaller.usage.recorded.v1")
                .withTime(OffsetDateTime.parse("2026-03-01T14:00:00.123+02:00"))
                .withData("application/json", WireJson.write(USAGE))
                .build();
        Headers headers = new RecordHeaders();
        byte[] value;
        try (CloudEventSerializer sdk = new CloudEventSerializer()) {
            sdk.configure(Map.of(CloudEventSerializer.ENCODING_CONFIG, "BINARY"), false);
            value = sdk.serialize("any", headers, event);
        }

        Event<?> read = EventCodec.read(headers, value).orElseThrow();

        assertThat(read.envelope()).isEqualTo(new Envelope("m-2", "billing", NOON, null, FactOrigin.LIVE, NOON, 0));
        assertThat(read.data()).isEqualTo(USAGE);
    }

    @Test
    void aTypeOfANewerVersionIsSkippedNotRefused() {
        Headers headers = EventCodec.headers(ENVELOPE, EventType.USAGE_RECORDED);
        headers.remove(EventCodec.TYPE).add(EventCodec.TYPE, bytes("io.playcaller.usage.recorded.v2"));

        assertThat(EventCodec.read(headers, bytes("{}"))).isEmpty();
    }

    @Test
    void aMissingAttributeIsNamed() {
        Headers headers = EventCodec.headers(ENVELOPE, EventType.USAGE_RECORDED).remove(EventCodec.ID);

        assertThatThrownBy(() -> EventCodec.read(headers, WireJson.write(USAGE)))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("ce_id");
    }

    @Test
    void aMalformedTimeIsNamedWithWhatCame() {
        Headers headers = EventCodec.headers(ENVELOPE, EventType.USAGE_RECORDED);
        headers.remove(EventCodec.TIME).add(EventCodec.TIME, bytes("yesterday"));

        assertThatThrownBy(() -> EventCodec.read(headers, WireJson.write(USAGE)))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("ce_time")
                .hasMessageContaining("yesterday");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
