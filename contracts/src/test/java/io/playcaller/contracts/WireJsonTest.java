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
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link WireModule} writes and reads is what Jackson writes and reads of the same by itself, and of records their components. */
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

    /** A record with a time in it, as events have them. */
    private record Timed(Instant at) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-03-01T09:00:00Z\"",
                "\"2026-03-01T09:00:00.123456789Z\"",
                "\"2026-03-01T09:00:00.5+02:30\"",
                "\"2026-03-01T09:00:00+0000\"",
                "\" 2026-03-01T09:00:00Z \"",
                "\"2026-03-01T24:00:00Z\"",
                "\"2026-02-30T09:00:00Z\"",
                "\"+12026-03-01T09:00:00Z\"",
                "\"1772355600\"",
                "1772355600",
                "1772355600.5",
                "null",
                "\"\"",
                "\"soon\"",
                "true",
                "[]",
                "{}"
            })
    void readsTimesAsJacksonWouldByItself(String time) {
        String json = "{\"at\":" + time + "}";

        assertThat(outcome(() -> WireJson.mapper().readValue(json, Timed.class)))
                .isEqualTo(outcome(() -> BY_ITSELF.readValue(json, Timed.class)));
    }

    /** A record that answers a question about itself. */
    public record Counted(int count) {

        public boolean isNone() {
            return count == 0;
        }
    }

    @Test
    void whatARecordAnswersIsNotWritten() {
        assertThat(text(WireJson.write(new Counted(2)))).isEqualTo("{\"count\":2}");
    }

    @Test
    void whatAnOlderWriterWroteBesidesIsReadOver() {
        assertThat(WireJson.read("{\"count\":2,\"none\":false}".getBytes(StandardCharsets.UTF_8), Counted.class))
                .isEqualTo(new Counted(2));
    }

    private static String outcome(Callable<Timed> reading) {
        try {
            return reading.call().toString();
        } catch (Exception e) {
            return e.getMessage();
        }
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
