package io.playcaller.ingest.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DoorJsonTest {

    @Test
    void objectsAndArraysMayStandInEachOtherTwoHundredLevelsDeep() {
        assertThat(parse(arrays(200))).isInstanceOf(Step.Kept.class);
        assertThat(code(arrays(201))).isEqualTo("json.too-deep");
        assertThat(parse("{\"a\":".repeat(200) + "1" + "}".repeat(200))).isInstanceOf(Step.Kept.class);
        assertThat(code("{\"a\":".repeat(201) + "1" + "}".repeat(201))).isEqualTo("json.too-deep");
        assertThat(code(arrays(30_000))).isEqualTo("json.too-deep");
        assertThat(refusal(arrays(201)).detail())
                .isEqualTo("what came must be at most 200 levels of objects and arrays, is deeper");
    }

    @Test
    void aBodyOfBracketsIsRefusedBeforeItIsRead() {
        assertThat(code("[".repeat(500_000))).isEqualTo("json.unreadable");
        assertThat(refusal("[".repeat(500_000)).detail()).contains("nesting depth");
    }

    private static String arrays(int levels) {
        return "[".repeat(levels) + "]".repeat(levels);
    }

    private static Step<JsonNode> parse(String body) {
        return DoorJson.parse(body.getBytes(StandardCharsets.UTF_8));
    }

    private static Refusal refusal(String body) {
        return ((Step.Refused<JsonNode>) parse(body)).refusal();
    }

    private static String code(String body) {
        return refusal(body).code();
    }
}
