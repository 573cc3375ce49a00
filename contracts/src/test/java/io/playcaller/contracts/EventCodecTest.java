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
import org.jspecify.annotations.Nullable;
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

        assertUnreadable(headers, WireJson.write(USAGE), "ce_id", "a text", "absent");
    }

    @Test
    void aMalformedAttributeIsNamedWithWhatCame() {
        Headers headers = EventCodec.headers(ENVELOPE, EventType.USAGE_RECORDED);
        headers.remove(EventCodec.TIME).add(EventCodec.TIME, bytes("yesterday"));

        assertUnreadable(
                headers,
                WireJson.write(USAGE),
                "ce_time",
                "an RFC 3339 time such as 2026-01-31T09:00:00Z",
                "yesterday");
    }

    @Test
    void aFieldOfAnotherTypeIsNamedByItsPointer() {
        Headers headers = EventCodec.headers(ENVELOPE, EventType.USAGE_RECORDED);

        assertUnreadable(
                headers,
                bytes("{\"accountId\":\"acme\",\"action\":\"login\",\"quantity\":\"many\"}"),
                "/quantity",
                "a number",
                "many");
    }

    @Test
    void aValueThatIsMissingOrNoJsonIsAtFaultAsAWhole() {
        Headers headers = EventCodec.headers(ENVELOPE, EventType.USAGE_RECORDED);

        assertUnreadable(headers, null, "", "a JSON object", "absent");
        assertThatThrownBy(() -> EventCodec.read(headers, bytes("login")))
                .isInstanceOfSatisfying(UnreadableEventException.class, fault -> {
                    assertThat(fault.field()).isEmpty();
                    assertThat(fault.expected()).isEqualTo("JSON");
                    assertThat(fault.actual()).contains("login");
                });
    }

    @Test
    void whatCameIsShownShortAndWithoutCharactersThatNoTableTakes() {
        Headers headers = EventCodec.headers(ENVELOPE, EventType.USAGE_RECORDED);
        headers.remove(EventCodec.REV).add(EventCodec.REV, bytes("\0" + "9".repeat(100_000)));

        assertUnreadable(headers, WireJson.write(USAGE), "ce_rev", "a whole number", "\uFFFD" + "9".repeat(199) + "…");
    }

    private static void assertUnreadable(
            Headers headers, byte @Nullable [] value, String field, String expected, String actual) {
        assertThatThrownBy(() -> EventCodec.read(headers, value))
                .isInstanceOfSatisfying(UnreadableEventException.class, fault -> {
                    assertThat(fault.field()).isEqualTo(field);
                    assertThat(fault.expected()).isEqualTo(expected);
                    assertThat(fault.actual()).isEqualTo(actual);
                });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
