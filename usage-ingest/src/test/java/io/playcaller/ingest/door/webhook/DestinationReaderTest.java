package io.playcaller.ingest.door.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.EventCodec;
import io.playcaller.ingest.door.privacy.PropertyFilter;
import io.playcaller.ingest.door.segment.SegmentReader;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.Statement.Usage;
import io.playcaller.ingest.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DestinationReaderTest {

    private static final WebhookReader READER = WebhookReader.ofDestination(32_768);

    private static final String TRACK = """
            {"version":2,"type":"track","messageId":"m-1","userId":"ann","event":"Report Exported",
             "context":{"groupId":"acme"},"properties":{"feature":"export"},"integrations":{"All":true},
             "originalTimestamp":"2026-03-01T08:00:00Z","sentAt":"2026-03-01T08:00:05Z",
             "receivedAt":"2026-03-01T09:00:06Z","timestamp":"2026-03-01T09:00:01Z"}""";

    @Test
    void anEventIsTheOneThatTheSdkWouldHaveSent() {
        Draft delivered = Read.kept(READER, TRACK);
        Item sent = new SegmentReader(32_768)
                .batch(("{\"batch\":[" + TRACK + "]}").getBytes(StandardCharsets.UTF_8))
                .items(PropertyFilter.NONE)
                .get(0);

        assertThat(delivered.id()).isEqualTo(Read.kept(sent).id()).isEqualTo("m-1");
        assertThat(delivered.subject()).isEqualTo(Read.kept(sent).subject());
        assertThat(delivered.statement())
                .isEqualTo(Read.kept(sent).statement())
                .isEqualTo(new Usage("Report Exported", "export", null, 1, true));
    }

    /** The SDK's clock is an hour slow, and the receiver has put that right. */
    @Test
    void itHappenedWhenTheReceiverSaysHoweverLongItWasOnItsWay() {
        Draft draft = Read.kept(READER, TRACK);

        assertThat(draft.times().happenedAt()).isEqualTo(Instant.parse("2026-03-01T09:00:01Z"));
        assertThat(draft.times().sentAt()).isNull();
    }

    @Test
    void anArrayIsManyEventsAndABrokenOneHarmsNobody() {
        List<Item> items = READER.items(
                ("[" + TRACK + ",{\"type\":\"delete\",\"userId\":\"ann\"}," + TRACK.replace("m-1", "m-2") + "]")
                        .getBytes(StandardCharsets.UTF_8),
                Map.of(),
                Memory.OF_EVERYTHING,
                PropertyFilter.NONE);

        assertThat(items).hasSize(3);
        assertThat(Read.kept(items.get(0)).id()).isEqualTo("m-1");
        assertThat(Read.refused(items.get(1)).code()).isEqualTo(Refusal.TYPE_UNKNOWN);
        assertThat(items.get(1).raw().payload().text()).isEqualTo("{\"type\":\"delete\",\"userId\":\"ann\"}");
        assertThat(Read.kept(items.get(2)).id()).isEqualTo("m-2");
    }

    @Test
    void whatHasNoIdHasTheSameOneWhenItIsDeliveredAgain() {
        String anonymous = TRACK.replace("\"messageId\":\"m-1\",", "");
        String other = anonymous.replace("Exported", "Opened");

        assertThat(Read.kept(READER, anonymous).id())
                .isEqualTo(Read.kept(READER, anonymous).id())
                .isNotEqualTo(Read.kept(READER, other).id());
    }

    @Test
    void whatCannotBeReadIsKeptWhole() {
        Item broken = Read.one(READER, "[" + TRACK + ",", Map.of());

        assertThat(Read.refused(broken).code()).isEqualTo(Refusal.UNREADABLE);
        assertThat(broken.raw().payload().text()).isEqualTo("[" + TRACK + ",");
        assertThat(Read.refused(READER, "").code()).isEqualTo(Refusal.UNREADABLE);
        assertThat(Read.refused(READER, "\"text\"").code()).isEqualTo(Refusal.UNREADABLE);
    }

    /** A recorded request, or a Segment Replay that nobody announced: no claim could tell it any more. */
    @Test
    void whatWasReceivedThereBeforeClaimsRememberIsRefusedAndKept() {
        Instant receivedAt = Instant.parse("2026-03-01T09:00:06Z");

        Item late = one(TRACK, new Memory(receivedAt.plusMillis(1)));

        assertThat(Read.refused(late).code()).isEqualTo(Refusal.SENT_TOO_LONG_AGO);
        assertThat(Read.refused(late).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("/receivedAt");
            assertThat(fault.actual()).isEqualTo("2026-03-01T09:00:06Z");
        });
        assertThat(late.id()).isEqualTo("m-1");
        assertThat(Read.kept(one(TRACK, new Memory(receivedAt))).id()).isEqualTo("m-1");
    }

    /** An app was offline, or history is imported there: it happened long ago, and is delivered for the first time. */
    @Test
    void whatHappenedLongAgoAndWasReceivedNowIsTaken() {
        String offline =
                TRACK.replace("\"timestamp\":\"2026-03-01T09:00:01Z\"", "\"timestamp\":\"2025-01-01T09:00:01Z\"");

        assertThat(Read.kept(one(offline, new Memory(Instant.parse("2026-03-01T09:00:00Z"))))
                        .times()
                        .happenedAt())
                .isEqualTo(Instant.parse("2025-01-01T09:00:01Z"));
    }

    @Test
    void whatDoesNotSayWhenItWasReceivedIsTaken() {
        Memory memory = new Memory(Instant.parse("2027-01-01T00:00:00Z"));

        assertThat(Read.kept(one(TRACK.replace("receivedAt", "received"), memory))
                        .id())
                .isEqualTo("m-1");
        assertThat(Read.kept(one(TRACK.replace("2026-03-01T09:00:06Z", "soon"), memory))
                        .id())
                .isEqualTo("m-1");
    }

    /** A letter of a destination is found by the account, also when the event could not be used. */
    @Test
    void theAccountStandsBesideItsLetter() {
        Item refused = Read.one(READER, TRACK.replace("track", "delete"), Map.of());
        Item group = Read.one(READER, "{\"type\":\"group\",\"groupId\":7}", Map.of());

        assertThat(refused.raw().attributes()).containsEntry(EventCodec.ACCOUNT_ID, "acme");
        assertThat(group.raw().attributes()).containsEntry(EventCodec.ACCOUNT_ID, "7");
        assertThat(Read.one(READER, "[7]", Map.of()).raw().attributes()).isEmpty();
        assertThat(Read.kept(READER, TRACK).subject().accountId()).isEqualTo("acme");
    }

    private static Item one(String body, Memory memory) {
        return Read.all(READER, body, Map.of(), memory).get(0);
    }
}
