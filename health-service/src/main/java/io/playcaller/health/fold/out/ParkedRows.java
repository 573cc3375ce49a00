package io.playcaller.health.fold.out;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.playcaller.contracts.WireJson;
import io.playcaller.health.engine.state.StateCodec;
import io.playcaller.health.fold.ParkedFact;
import io.playcaller.health.fold.app.LogReader;
import io.vertx.mutiny.sqlclient.Row;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads back what was parked. */
final class ParkedRows {

    static final String SELECT = """
            select p.account_id, q.partition, p.log_offset, p.headers::text as headers, p.value, p.log_state
              from parked_fact p join quarantine q using (account_id)
             where p.account_id = $1 and p.log_offset > $2
             order by p.log_offset limit $3
            """;

    private static final StateCodec CODEC = new StateCodec();

    private ParkedRows() {}

    /**
     * What an earlier version could read and this one cannot does not stop the partition.
     *
     * @param topic where it was read from
     */
    static ParkedFact fact(String topic, Row row) {
        return new ParkedFact(
                LogReader.read(record(topic, row)),
                CODEC.decodeLog(row.getBuffer("log_state").getBytes()));
    }

    private static ConsumerRecord<String, byte[]> record(String topic, Row row) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(
                topic,
                row.getInteger("partition"),
                row.getLong("log_offset"),
                row.getString("account_id"),
                row.getBuffer("value").getBytes());
        headers(row.getString("headers"))
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private static Map<String, String> headers(String json) {
        try {
            Map<String, String> headers = new LinkedHashMap<>();
            WireJson.mapper()
                    .readTree(json)
                    .properties()
                    .forEach(header ->
                            headers.put(header.getKey(), header.getValue().asText()));
            return headers;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
