package io.playcaller.forecast.intake.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.OwnersRecord;
import io.playcaller.forecast.intake.Told;
import io.playcaller.forecast.intake.Told.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordReaderTest {

    private static final TopicPartition PARTITION = new TopicPartition("account-register", 0);
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final String CONTRACT = """
            {"contractId": "c1", "accountId": "a1", "version": 1, "signedOn": "2025-01-01", "startsOn": "2025-01-01",
             "endsOn": "2026-01-01", "autoRenew": false, "noticeDays": 0, "lines": [
               {"lineId": "l1", "productId": "core", "arr": {"minor": 100, "currency": "EUR"}, "startsOn": "2025-01-01",
                "endsOn": "2026-01-01"}], "movements": []}""";

    @Test
    void aRecordWithoutAnIdIsADeadLetterAndHarmsNothingElse() {
        Told told =
                owners("{}", "{\"accountId\":\"a1\",\"version\":1,\"owners\":[]}", "[1", "null", "{\"version\":2e99}");

        assertThat(told.owners()).extracting(OwnersRecord::accountId).containsExactly("a1");
        assertThat(told.unreadable()).extracting(Unreadable::key).containsExactly("k0", "k2", "k3", "k4");
    }

    @Test
    void whatMayBeMissingMayBeMissing() {
        Told told = contract(CONTRACT);

        assertThat(told.unreadable()).isEmpty();
        assertThat(told.contracts()).extracting(ContractRecord::closedOn).containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accountId\": \"a1 | other\": \"a1 | /accountId | given | absent",
                "\"a1\" | \" \" | /accountId | an id | blank",
                "\"lines\": | \"other\": | /lines | given | absent",
                "\"movements\": [] | \"movements\": [null] | /movements/0 | given | null",
                "\"productId\": \"core\" | \"productId\": null | /lines/0/productId | given | absent",
                "core | co\\u0000re | /lines/0/productId | a text without U+0000 | co\uFFFDre",
                "\"2026-01-01\", \"autoRenew | \"+12026-01-01\", \"autoRenew | /endsOn | a day of the years 1 to 9999 | +12026-01-01",
                "\"noticeDays\": 0 | \"noticeDays\": null | /noticeDays | a number | ''",
            })
    void aContractThatIsNotWholeIsADeadLetterThatNamesTheField(
            String part, String instead, String field, String expected, String actual) {
        Told told = contract(CONTRACT.replaceFirst(Pattern.quote(part), Matcher.quoteReplacement(instead)));

        assertThat(told.contracts()).isEmpty();
        DeadLetter letter = told.unreadable().get(0).letter();
        assertThat(letter.field()).isEqualTo(field);
        assertThat(letter.expected()).contains(expected);
        assertThat(letter.actual()).contains(actual);
    }

    @Test
    void anIdThatNoIndexHoldsIsRefused() {
        Told told = contract(CONTRACT.replace("\"l1\"", "\"" + "l".repeat(257) + "\""));

        assertThat(told.unreadable())
                .extracting(it -> it.letter().field(), it -> it.letter().actual())
                .containsExactly(tuple("/lines/0/lineId", "257 characters long"));
    }

    private static Told owners(String... values) {
        return read(EventType.OWNERS_CHANGED, values);
    }

    private static Told contract(String value) {
        return read(EventType.CONTRACT_CHANGED, value);
    }

    private static Told read(EventType type, String... values) {
        List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
        for (String value : values) {
            batch.add(record(type, batch.size(), value));
        }
        return RecordReader.read(new ConsumerRecords<>(Map.of(PARTITION, batch), Map.of()));
    }

    private static ConsumerRecord<String, byte[]> record(EventType type, long offset, String json) {
        var headers = EventCodec.headers(Envelope.own("e" + offset, "test", NOW, null, 0), type);
        byte[] value = json.getBytes(StandardCharsets.UTF_8);
        return new ConsumerRecord<>(
                PARTITION.topic(),
                0,
                offset,
                NOW.toEpochMilli(),
                TimestampType.CREATE_TIME,
                2,
                value.length,
                "k" + offset,
                value,
                headers,
                Optional.empty());
    }
}
