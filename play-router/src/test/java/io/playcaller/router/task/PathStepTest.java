package io.playcaller.router.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.playcaller.contracts.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A step as it is stored and answered, also by a version of before. */
class PathStepTest {

    private static final PathStep RELEASED = PathStep.released("triage", "Released from triage by lena.");

    @Test
    void itSaysStageVerdictReasonAndSentenceAndNothingElse() {
        JsonNode stored = WireJson.mapper().valueToTree(RELEASED);
        JsonNode answered = new JsonMapper().valueToTree(RELEASED);

        assertThat(List.of(stored, answered))
                .allSatisfy(json -> assertThat(json.fieldNames())
                        .toIterable()
                        .containsExactly("stage", "verdict", "reason", "sentence"));
    }

    @Test
    void oneThatAReplicaOfBeforeWroteIsRead() {
        String stored = """
                {"stage":"triage","verdict":"pass","reason":"released","sentence":"Released from triage by lena.","release":true}""";

        assertThat(WireJson.read(stored.getBytes(StandardCharsets.UTF_8), PathStep.class))
                .isEqualTo(RELEASED)
                .matches(PathStep::passesBrake);
    }
}
