package io.playcaller.lab.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.contracts.WireJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A record of a log as a line of a file: {@code {"partition": 0, "headers": {"ce_id": …}, "data": {…}}}.
 *
 * @param value as it stood on Kafka
 */
public record LogLine(int partition, Headers headers, String value) {

    /** @throws IllegalArgumentException when the text is no such line */
    public static LogLine parse(String text) {
        try {
            JsonNode line = WireJson.mapper().readTree(text);
            JsonNode partition = line.path("partition");
            if (!partition.isInt()
                    || !line.path("headers").isObject()
                    || line.path("data").isMissingNode()) {
                throw new IllegalArgumentException("needs `partition`, `headers` and `data`");
            }
            Headers headers = new RecordHeaders();
            line.path("headers")
                    .properties()
                    .forEach(header -> headers.add(
                            header.getKey(), header.getValue().asText().getBytes(StandardCharsets.UTF_8)));
            return new LogLine(partition.asInt(), headers, line.path("data").toString());
        } catch (IOException e) {
            throw new IllegalArgumentException("is no JSON: " + e.getMessage(), e);
        }
    }

    /** As a line; a value that is no JSON becomes null, which nobody can read. */
    public String text() {
        ObjectNode line = WireJson.mapper().createObjectNode().put("partition", partition);
        ObjectNode names = line.putObject("headers");
        for (Header header : headers) {
            names.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        try {
            line.set("data", WireJson.mapper().readTree(value));
        } catch (IOException e) {
            line.putNull("data");
        }
        return line.toString();
    }

    public byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
