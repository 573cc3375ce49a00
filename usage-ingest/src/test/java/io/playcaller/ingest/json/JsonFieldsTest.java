package io.playcaller.ingest.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.WireJson;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.util.Set;
import org.junit.jupiter.api.Test;

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
}
