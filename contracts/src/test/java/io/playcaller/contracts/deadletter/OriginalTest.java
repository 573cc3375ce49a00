package io.playcaller.contracts.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.UnreadableEventException;
import io.playcaller.contracts.WireJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class OriginalTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Fault FAULT =
            Fault.of("event.unreadable", new UnreadableEventException("/quantity", "a number", "many", null));

    /** What a producer may send in one message, and so what a letter may be. */
    private static final int LARGEST_MESSAGE = 1_048_576;

    private final ConsumerRecord<byte[], byte[]> record =
            new ConsumerRecord<>("eu-signals", 3, 17, bytes("acme"), bytes("{\"quantity\":\"many\"}"));

    @Test
    void aLetterHoldsTheRecordItsPlaceAndItsFault() {
        record.headers().add("ce_source", bytes("web")).add("ce_id", bytes("m-1"));

        DeadLetter letter = letter();

        assertThat(letter.source()).isEqualTo("web");
        assertThat(letter.payload()).isEqualTo("{\"quantity\":\"many\"}");
        assertThat(letter.base64()).isFalse();
        assertThat(letter.detail()).isEqualTo("/quantity must be a number, is many");
        assertThat(letter.field()).isEqualTo("/quantity");
        assertThat(letter.expected()).isEqualTo("a number");
        assertThat(letter.actual()).isEqualTo("many");
        assertThat(letter.receivedAt()).isEqualTo(NOW);
        assertThat(letter.attributes())
                .containsOnly(
                        Map.entry("ce_source", "web"),
                        Map.entry("ce_id", "m-1"),
                        Map.entry("key", "acme"),
                        Map.entry("topic", "eu-signals"),
                        Map.entry("partition", "3"),
                        Map.entry("offset", "17"));
    }

    @Test
    void aRecordHasOneLetterInEachServiceAndForEachSubject() {
        DeadLetter first = letter();

        assertThat(letter().letterId()).isEqualTo(first.letterId());
        assertThat(Original.of(record).letter(Place.HEALTH, "", FAULT, NOW).letterId())
                .isNotEqualTo(first.letterId());
        assertThat(Original.of(record).letter(Place.ROUTER, "acme", FAULT, NOW).letterId())
                .isNotEqualTo(first.letterId());
    }

    @Test
    void aHeaderDoesNotHideThePlaceOfTheRecord() {
        record.headers().add("offset", bytes("0")).add("ce_rev", null);

        assertThat(letter().attributes()).containsEntry("offset", "17").containsEntry("ce_rev", "");
    }

    @Test
    void whatIsNoTextIsKeptByteByByte() {
        byte[] value = {(byte) 0xff, 1, 2};

        DeadLetter letter = letter(value);

        assertThat(letter.base64()).isTrue();
        assertThat(Base64.getDecoder().decode(letter.payload())).isEqualTo(value);
    }

    @Test
    void theLargestItemThatIsKeptWholeIsKeptWhole() {
        DeadLetter letter = letter(filled('x', Payload.LARGEST));

        assertThat(letter.payload()).hasSize(Payload.LARGEST);
        assertThat(letter.attributes()).doesNotContainKey("cut_from_bytes");
    }

    @Test
    void ofALargerOneTheBeginningIsKeptAndTheLetterSaysSo() {
        DeadLetter letter = letter(filled('x', Payload.LARGEST + 1));

        assertThat(letter.payload()).hasSize(Payload.LARGEST);
        assertThat(letter.attributes()).containsEntry("cut_from_bytes", "512001");
    }

    @Test
    void theLetterOfTheWorstRecordCanBeSent() {
        record.headers().add("ce_source", filled('\u0001', 16_000 - 9)).add("huge", filled('x', 900_000));

        for (char worst : new char[] {'\u0001', '"', 'x', '\u00ff'}) {
            DeadLetter letter = letter(filled(worst, 1_000_000));

            assertThat(WireJson.write(letter).length).isLessThan(LARGEST_MESSAGE - 100_000);
            assertThat(letter.attributes())
                    .containsEntry("headers_left_out", "1")
                    .doesNotContainKey("huge");
        }
    }

    @Test
    void ofALongDetailTheBeginningIsKept() {
        Fault fault = Fault.ofOurs("fold.failed", "x".repeat(1_000_000));

        assertThat(fault.detail()).hasSize(2_001).endsWith("…");
    }

    private DeadLetter letter() {
        return Original.of(record).letter(Place.ROUTER, "", FAULT, NOW);
    }

    private DeadLetter letter(byte[] value) {
        ConsumerRecord<byte[], byte[]> other = new ConsumerRecord<>("signals", 0, 1, null, value);
        record.headers().forEach(other.headers()::add);
        return Original.of(other).letter(Place.ROUTER, "", FAULT, NOW);
    }

    private static byte[] filled(char c, int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) c);
        return bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
