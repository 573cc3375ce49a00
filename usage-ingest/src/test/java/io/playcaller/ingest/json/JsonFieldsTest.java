package io.playcaller.ingest.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.WireJson;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {

    @Test
    void anUnknownFieldIsNamedByItsPointer() {
        JsonNode record = WireJson.mapper().createObjectNode().put("a/b~c", 1);

        Step<String> read = JsonFields.reading(record, fields -> {
            fields.rejectUnknown(Set.of("name"));
            return "taken";
        });

        assertThat(read)
                .isEqualTo(Step.refused(Refusal.field(Refusal.FIELD_UNKNOWN, "/a~1b~0c", "one of name", "a/b~c")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-999999999-01-01", "+10000-01-01", "2026-02-30", "20260301"})
    void aDayHasAYearOfFourDigits(String day) {
        JsonNode record = WireJson.mapper().createObjectNode().put("from", day);

        assertThat(JsonFields.reading(record, fields -> fields.date("from")))
                .isEqualTo(Step.refused(
                        Refusal.field(Refusal.FIELD_INVALID, "/from", "a date, such as 2026-03-01", "'" + day + "'")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "a\\udc00", "\\ud83dx", "\\ude00\\ud83d"})
    void halfACharacterIsNone(String escaped) {
        Step<JsonNode> body = DoorJson.parse(("{\"userId\":\"" + escaped + "\"}").getBytes(StandardCharsets.UTF_8));

        assertThat(body.then(node -> JsonFields.reading(node, fields -> fields.text("userId"))))
                .isEqualTo(Step.refused(Refusal.field(
                        Refusal.FIELD_INVALID,
                        "/userId",
                        "a text of whole characters",
                        "'one with half a surrogate pair'")));
    }

    @Test
    void aWholeOneIsKept() {
        Step<JsonNode> body = DoorJson.parse("{\"userId\":\"\\ud83d\\ude00\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(body.then(node -> JsonFields.reading(node, fields -> fields.text("userId"))))
                .isEqualTo(Step.kept("\ud83d\ude00"));
    }

    @Test
    void aLongUnknownFieldIsNotSaidWhole() {
        JsonNode record = WireJson.mapper().createObjectNode().put("x".repeat(40_000), 1);

        Step<String> read = JsonFields.reading(record, fields -> {
            fields.rejectUnknown(Set.of("name"));
            return "taken";
        });

        assertThat(((Step.Refused<String>) read).refusal().detail()).hasSizeLessThan(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "-1e999", "1e30", "1e-30", "1234567890123456789", "true", "\"1\""})
    void whatNoNumberOf18DigitsIsIsRefused(String json) {
        Step<JsonNode> body = DoorJson.parse(("{\"target\":" + json + "}").getBytes(StandardCharsets.UTF_8));

        Step<BigDecimal> read = body.then(node -> JsonFields.reading(node, fields -> {
            BigDecimal number = fields.optionalDecimal("target");
            return number == null ? BigDecimal.ZERO : number;
        }));

        assertThat(((Step.Refused<BigDecimal>) read).refusal().code()).isEqualTo(Refusal.FIELD_INVALID);
    }
}
