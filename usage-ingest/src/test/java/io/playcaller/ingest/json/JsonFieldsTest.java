package io.playcaller.ingest.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.WireJson;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
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
}
