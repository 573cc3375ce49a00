package io.playcaller.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShapeTest {

    private static final String NOW = "2026-03-01T12:00:00.000Z";

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @EnumSource
    void noTwoEventsShareAnId(Shape shape) throws IOException {
        Set<String> ids = new HashSet<>();
        for (int request = 0; request < 3; request++) {
            JsonNode body = json.readTree(text(shape, request));
            if (shape.events() == 1) {
                ids.add(body.path("messageId").asText());
            } else {
                body.path("batch")
                        .forEach(event -> ids.add(event.path("messageId").asText()));
            }
        }

        assertThat(ids).hasSize(3 * shape.events());
    }

    @Test
    void compressedIsTheSameButForTheNameOfItsIds() throws IOException {
        assertThat(text(Shape.GZIP).replace("GZIP", "BATCH")).isEqualTo(text(Shape.BATCH));
    }

    private static String text(Shape shape) throws IOException {
        return new String(text(shape, 5), StandardCharsets.UTF_8);
    }

    private static byte[] text(Shape shape, long request) throws IOException {
        byte[] body = shape.body("run", request, NOW);
        return shape.gzip() ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes() : body;
    }
}
