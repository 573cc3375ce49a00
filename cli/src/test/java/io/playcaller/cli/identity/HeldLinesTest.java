package io.playcaller.cli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.WireJson;
import org.junit.jupiter.api.Test;

class HeldLinesTest {

    private static final String OF_A_USER = """
            {"source": "web", "id": "e1", "place": "http", "userId": "u1", "receivedAt": "2026-03-01T09:00:30Z",
             "heldUntil": "2026-03-02T09:00:30Z", "bytes": 812}""";

    private static final String OF_A_BROWSER = """
            {"source": "web", "id": "e2", "place": "kafka", "anonymousId": "a1", "receivedAt": "2026-03-01T10:00:30Z",
             "heldUntil": "2026-03-02T10:00:30Z", "bytes": 9}""";

    @Test
    void aLineSaysWhoseAccountAnEventWaitsForAndUntilWhen() throws JsonProcessingException {
        JsonNode page = json("{\"items\": [%s, %s], \"next\": \"c\"}".formatted(OF_A_USER, OF_A_BROWSER));

        assertThat(HeldLines.list(page))
                .containsExactly(
                        "SOURCE  ID  WAITS FOR THE ACCOUNT OF  SINCE             UNTIL             BYTES",
                        "web     e1  user u1                   2026-03-01 09:00  2026-03-02 09:00  812",
                        "web     e2  browser a1                2026-03-01 10:00  2026-03-02 10:00  9",
                        "2 shown, there are more.");
        assertThat(HeldLines.list(json("{\"items\": []}"))).containsExactly("0 in all.");
    }

    @Test
    void anEventSaysWhyItWaitsAndWhatLetsItGo() throws JsonProcessingException {
        JsonNode accounts = json("""
                {"userId": "u1", "personId": "p", "accounts": [
                  {"accountId": "acme", "by": "register", "source": "crm", "since": "2026-01-01T00:00:00Z",
                   "endedAt": "2026-02-01T00:00:00Z", "endedBy": "olga"}]}""");

        assertThat(HeldLines.of(json(OF_A_USER), accounts))
                .containsExactly(
                        "Event e1 of web, which came over http at 2026-03-01 09:00 UTC.",
                        "  waits for  the account of user u1: it names none, and nobody had said one",
                        "  until      2026-03-02 09:00 UTC; then it is a dead letter, account.unknown",
                        "  takes      812 bytes of the holding area",
                        "  known      was of acme since 2026-01-01 00:00 UTC, said by crm (register); ended at"
                                + " 2026-02-01 00:00 UTC by olga",
                        "  flows      when a group call, the register (PUT /v1/people/u1), or a claim of the domain of"
                                + " their address says one");
    }

    @Test
    void whereAnAccountIsKnownByNowTheSweepLetsItGo() throws JsonProcessingException {
        assertThat(HeldLines.of(json(OF_A_USER), json("{\"accountId\": \"acme\", \"accounts\": []}")))
                .last()
                .isEqualTo("  flows      when the next sweep sees that they are of acme");
        assertThat(HeldLines.of(json(OF_A_BROWSER), null))
                .contains("  known      no account of theirs was ever said")
                .last()
                .asString()
                .contains("an alias names its user");
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return WireJson.mapper().readTree(text);
    }
}
