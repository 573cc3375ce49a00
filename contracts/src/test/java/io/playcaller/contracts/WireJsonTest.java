package io.playcaller.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.playcaller.contracts.health.MeasureScore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link WireModule} writes is what Jackson writes of the same records by itself. */
class WireJsonTest {

    private static final JsonMapper BY_ITSELF = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.USE_DEFAULTS))
            .build();

    static Stream<Object> values() {
        return Stream.of(
                new MeasureScore("csat", "support", 4_500L, 87_500L, 125_000, false, "Mean CSAT is 4.5"),
                new MeasureScore("csat", "support", null, null, 0, false, "No CSAT answer in 90 days"),
                new MeasureScore(
                        "week-trend",
                        "usage",
                        -500L,
                        0L,
                        1_000_000,
                        true,
                        "\"50%\" \\ below\n\u00e4 \u20ac \ud83d\ude00"),
                List.of(new MeasureScore("nps", "support", 0L, null, 1, true, "")),
                Instant.EPOCH,
                Instant.parse("2026-01-31T09:00:00.120Z"),
                Instant.parse("2026-01-31T09:00:00.000001Z"),
                Instant.parse("1969-12-31T23:59:59.999999999Z"),
                Instant.MIN,
                Instant.MAX);
    }

    @ParameterizedTest
    @MethodSource("values")
    void writesWhatJacksonWouldByItself(Object value) throws Exception {
        assertThat(text(WireJson.write(value))).isEqualTo(text(BY_ITSELF.writeValueAsBytes(value)));
        assertThat(WireJson.mapper().<JsonNode>valueToTree(value).toString())
                .isEqualTo(BY_ITSELF.<JsonNode>valueToTree(value).toString());
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
