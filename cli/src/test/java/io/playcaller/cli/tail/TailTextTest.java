package io.playcaller.cli.tail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.playcaller.contracts.WireJson;
import java.util.List;
import org.junit.jupiter.api.Test;

class TailTextTest {

    private static final String ACCEPTED = """
            {"kind": "accepted", "at": "2026-03-02T09:15:01.250Z", "source": "web", "id": "m-1",
             "type": "io.playcaller.usage.recorded.v1", "account": "acme", "time": "2026-03-02T09:15:00Z",
             "origin": "live", "fact": {"event": "Login"}}
            """;

    @Test
    void whatCameInSaysWhoseItIsAndWhatItBecame() throws JsonProcessingException {
        assertThat(lines(ACCEPTED, false))
                .containsExactly("  2026-03-02T09:15:01.250Z accepted  web            usage.recorded.v1            acme"
                        + "             m-1");
        assertThat(lines(ACCEPTED, true)).hasSize(2).last().isEqualTo("    {\"event\":\"Login\"}");
        assertThat(lines(ACCEPTED.replace("live", "baseline"), false).get(0)).endsWith("m-1 (baseline)");
    }

    @Test
    void whatIsRefusedSaysWhyAndWhereItIsKept() throws JsonProcessingException {
        assertThat(lines("""
                {"kind": "refused", "at": "2026-03-02T09:15:01.250Z", "source": "web", "id": "l-1",
                 "reason": "field.missing", "field": "/event", "expected": "a text"}
                """, false))
                .containsExactly(
                        "  2026-03-02T09:15:01.250Z REFUSED   web            field.missing /event must be a text;"
                                + " letters show l-1");
        assertThat(lines("""
                {"kind": "refused", "at": "2026-03-02T09:15:01.250Z", "id": "l-2", "reason": "incident"}
                """, false).get(0)).endsWith("-              incident; letters show l-2");
    }

    /** Whoever holds a write key chooses the ids of events, and the names of fields. */
    @Test
    void nothingThatASenderChoseMovesTheCursor() throws JsonProcessingException {
        String hostile =
                ACCEPTED.replace("m-1", "\\u001b]0;mine\\u0007m\\u009b2J").replace("Login", "\\u009b2J\\u202eLogin");

        assertThat(lines(hostile, true))
                .allSatisfy(line -> assertThat(line).doesNotContainPattern("[\\p{Cc}\\x{202E}]"));
        assertThat(lines(hostile, true).get(1)).isEqualTo("    {\"event\":\"\\u009b2J\\u202eLogin\"}");
    }

    @Test
    void whatIsLeftOutIsCounted() throws JsonProcessingException {
        assertThat(lines("{\"kind\": \"dropped\", \"lines\": 12}", false).get(0))
                .contains("12 left out here");
    }

    @Test
    void aKindOfANewerServiceIsNotShown() throws JsonProcessingException {
        assertThat(lines("{\"kind\": \"weather\"}", false)).isEmpty();
    }

    private static List<String> lines(String json, boolean facts) throws JsonProcessingException {
        return TailText.lines(WireJson.mapper().readTree(json), facts);
    }
}
