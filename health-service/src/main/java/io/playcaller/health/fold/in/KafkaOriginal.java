package io.playcaller.health.fold.in;

import io.playcaller.health.fold.Original;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A record as Kafka handed it over; turned into text only when somebody asks. */
record KafkaOriginal(ConsumerRecord<byte[], byte[]> record) implements Original {

    @Override
    public @Nullable String key() {
        byte[] key = record.key();
        return key == null ? null : new String(key, StandardCharsets.UTF_8);
    }

    @Override
    public byte[] value() {
        byte[] value = record.value();
        return value == null ? new byte[0] : value;
    }

    @Override
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            byte[] value = header.value();
            headers.put(header.key(), value == null ? "" : new String(value, StandardCharsets.UTF_8));
        }
        return headers;
    }
}
