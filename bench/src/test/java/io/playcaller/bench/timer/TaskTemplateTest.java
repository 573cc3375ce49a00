package io.playcaller.bench.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.WireJson;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TaskTemplateTest {

    private static final String STORED = """
            {"order": {"taskId": "t-1", "playRunId": "r-1", "play": "usage-drop"},
             "rev": 1,
             "signal": {"episodeId": "e-1", "accountId": "acme", "sentence": "Usage fell"},
             "openEpisodes": ["e-1"],
             "clocks": [
               {"clock": "accept", "cycle": 1, "dueAt": "2026-03-02T14:00:00Z", "fired": 0,
                "alarms": [{"level": 1, "at": "2026-03-02T13:00:00Z"}, {"level": 2, "at": "2026-03-02T14:00:00Z"}]},
               {"clock": "first-touch", "cycle": 1, "dueAt": "2026-03-20T14:00:00Z", "fired": 0,
                "alarms": [{"level": 1, "at": "2026-03-15T14:00:00Z"}]}]}""";

    @Test
    void whatDiffersBetweenTasksIsMarkedAndTheRestStays() throws IOException {
        TaskTemplate template = TaskTemplate.of(STORED);

        JsonNode body = WireJson.mapper().readTree(template.body());
        assertThat(template.clocks()).containsExactly("ACCEPT", "FIRST_TOUCH");
        assertThat(body.at("/order/taskId").asText()).isEqualTo("@task@");
        assertThat(body.at("/order/playRunId").asText()).isEqualTo("@run@");
        assertThat(body.at("/signal/episodeId").asText()).isEqualTo("@episode@");
        assertThat(body.at("/openEpisodes/0").asText()).isEqualTo("@episode@");
        assertThat(body.at("/signal/accountId").asText()).isEqualTo("@account@");
        assertThat(body.at("/order/play").asText()).isEqualTo("usage-drop");
        assertThat(body.at("/rev").asInt()).isEqualTo(1);
    }

    @Test
    void oneAlarmIsDueAndAllOthersAreLater() throws IOException {
        JsonNode clocks =
                WireJson.mapper().readTree(TaskTemplate.of(STORED).body()).path("clocks");

        assertThat(clocks.at("/0/alarms/0/at").asText()).isEqualTo("@due@");
        assertThat(clocks.at("/0/alarms/1/at").asText()).isEqualTo("@later@");
        assertThat(clocks.at("/1/alarms/0/at").asText()).isEqualTo("@later@");
        assertThat(clocks.findValuesAsText("dueAt")).containsOnly("@later@");
    }

    @Test
    void whatIsNoTaskIsSaid() {
        assertThatThrownBy(() -> TaskTemplate.of("[]")).hasMessageContaining("no task of play-router");
        assertThatThrownBy(() -> TaskTemplate.of("{\"order\": {}, \"signal\": {}, \"clocks\": []}"))
                .hasMessageContaining("no clock ACCEPT");
    }
}
