package io.playcaller.forecast.intake.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.register.OwnersRecord;
import io.playcaller.forecast.intake.Told.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class RecordReaderTest {

    private static final TopicPartition PARTITION = new TopicPartition("account-register", 0);
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    @Test
    void aRecordWithoutAnIdIsADeadLetterAndHarmsNothingElse() {
        var batch = List.of(
                record(0, "{}"), record(1, "{\"accountId\":\"a1\",\"version\":1,\"owners\":[]}"), record(2, "[1"));

        var told = RecordReader.read(new ConsumerRecords<>(Map.of(PARTITION, batch), Map.of()));

        assertThat(told.owners()).extracting(OwnersRecord::accountId).containsExactly("a1");
        assertThat(told.unreadable()).extracting(Unreadable::key).containsExactly("k0", "k2");
    }

    private static ConsumerRecord<String, byte[]> record(long offset, String json) {
        var headers = EventCodec.headers(Envelope.own("e" + offset, "test", NOW, null, 0), EventType.OWNERS_CHANGED);
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
