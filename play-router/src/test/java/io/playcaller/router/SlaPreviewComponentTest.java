package io.playcaller.router;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "router"))
@WithTestResource(RouterSettings.class)
class SlaPreviewComponentTest {

    @Test
    void whatIsDueOverChristmasIsToldWithTheWayThere() {
        JsonNode preview = RouterWorld.json(preview("""
                {"play": "usage-drop", "severity": "critical", "tier": "enterprise", "calendar": "uk",
                 "at": "2026-12-24T16:30:00Z"}"""));

        JsonNode accept = preview.at("/clocks/0");
        assertThat(accept.get("clock").asText()).isEqualTo("accept");
        assertThat(accept.get("target").asText()).isEqualTo("PT2H");
        assertThat(accept.get("dueAt").asText()).isEqualTo("2026-12-29T10:30:00Z");
        assertThat(accept.at("/alarms/0/kind").asText()).isEqualTo("warn");
        assertThat(accept.at("/path/1/date").asText()).isEqualTo("2026-12-25");
        assertThat(accept.at("/path/1/consumed").asText()).isEqualTo("PT0S");
        assertThat(accept.at("/path/1/why").asText()).isEqualTo("Christmas");
    }

    @Test
    void aPauseLastsAsLongAsItsReasonAllows() {
        JsonNode preview = RouterWorld.json(preview("""
                {"play": "usage-drop", "severity": "high", "assignee": "ana", "at": "2026-12-24T16:30:00Z",
                 "pauses": [{"from": "2026-12-24T17:30:00Z", "because": "waiting-for-customer"}]}"""));

        assertThat(preview.at("/clocks/0/dueAt").asText())
                .as("Ana works around the clock: an hour, ten days of it, three hours")
                .isEqualTo("2027-01-03T20:30:00Z");
    }

    @Test
    void everyFieldAtFaultIsSaidAtOnce() {
        Response answer = preview("""
                {"play": "usage-drip", "severity": "awful", "assignee": "nobody", "at": "soon",
                 "pauses": [{"from": "2026-12-24T17:30:00Z", "because": "tired"}]}""");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(RouterWorld.json(answer).findValuesAsText("field"))
                .contains("/play", "/severity", "/assignee", "/at", "/pauses/0/because");
    }

    private static Response preview(String body) {
        return RouterWorld.as("vi", "viewer").body(body).post("/v1/sla/preview");
    }
}
