package io.playcaller.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** A message as it was once written. */
record Recording(Path file, EventType type, Headers headers, JsonNode data) {

    static final Path DIRECTORY = Path.of("src/test/resources/recorded");

    /** All of them, by name. */
    static List<Recording> all() {
        try (Stream<Path> files = Files.walk(DIRECTORY)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Recording::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Recording read(Path file) {
        try {
            JsonNode recorded = WireJson.mapper().readTree(file.toFile());
            String type = recorded.at("/headers/ce_type").asText();
            return new Recording(
                    file, EventType.ofWire(type).orElseThrow(), headers(recorded.get("headers")), recorded.get("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Headers headers(JsonNode recorded) {
        Headers headers = new RecordHeaders();
        recorded.properties()
                .forEach(header ->
                        headers.add(header.getKey(), header.getValue().asText().getBytes(StandardCharsets.UTF_8)));
        return headers;
    }

    /** Reads it with {@code changed} data. */
    Event<?> with(JsonNode changed) {
        return EventCodec.read(headers, WireJson.write(changed)).orElseThrow();
    }

    @Override
    public String toString() {
        return DIRECTORY.relativize(file).toString().replace('\\', '/');
    }
}
