package io.playcaller.cli.offboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.playcaller.contracts.WireJson;
import java.util.List;
import org.junit.jupiter.api.Test;

class OffboardLinesTest {

    @Test
    void aPreviewSaysWhatWouldGoToWhomAndLeavesOutWhatThereIsNot() throws JsonProcessingException {
        assertThat(lines("""
                {"staffId": "otto",
                 "tasks": [
                   {"taskId": "t1", "title": "Usage drop", "accountId": "acme", "severity": "high", "to": "ana"},
                   {"taskId": "t2", "title": "Flood", "severity": "medium"}],
                 "accounts": [{"accountId": "acme", "name": "Acme", "role": "csm", "to": "ana"}],
                 "duties": {"handOvers": [], "silences": [], "deputies": [{"staffId": "eve", "to": "lea"}]},
                 "tools": [], "unreadable": [], "managerOf": [],
                 "overrides": "/v1/overrides?author=otto", "login": "/v1/users/otto@example.com"}"""))
                .containsExactly(
                        "What otto has, and whose it would be:",
                        "",
                        "Tasks (2)",
                        "   Usage drop  acme  high    to ana",
                        "   Flood       -     medium  to nobody: it stands before CS Ops",
                        "",
                        "Accounts; the register says who has them (1)",
                        "   Acme  csm  to ana",
                        "",
                        "Whose deputy they are (1)",
                        "   eve  to lea",
                        "",
                        "What they set by hand of accounts' health: health-service, /v1/overrides?author=otto");
    }

    @Test
    void whatWasDoneSaysWhenTheyLeaveAndWhatToolsWereTold() throws JsonProcessingException {
        assertThat(lines("""
                {"staffId": "otto", "leavesAt": "2026-03-02T10:00:00Z", "tasks": [], "accounts": [],
                 "duties": {"silences": [{"silenceId": "s1", "until": "2026-03-09T08:00:00Z"}]},
                 "tools": [{"taskId": "t1", "connector": "jira", "externalId": "10001", "told": "pending"}],
                 "managerOf": ["eve"], "overrides": "/v1/overrides?author=otto"}"""))
                .contains(
                        "otto leaves at 2026-03-02 10:00 UTC. What they had, and whose it is now:",
                        "   s1  until 2026-03-09 08:00  to nobody: it stays as it is",
                        "   jira  10001  pending",
                        "   eve");
    }

    private static List<String> lines(String json) throws JsonProcessingException {
        return new OffboardLines(WireJson.mapper().readTree(json)).lines();
    }
}
