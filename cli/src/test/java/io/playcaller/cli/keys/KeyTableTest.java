package io.playcaller.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.WireJson;
import io.playcaller.quickstart.Secrets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyTableTest {

    private static final KeptKeys KEPT = new KeptKeys(new Secrets(Map.of("web", "abc"), "a@example.com", "p"));

    /** SHA-256 of "abc", as FIPS 180-4 gives it, begins so. */
    private static final String FINGERPRINT_OF_ABC = "ba7816bf8f01";

    @Test
    void aLineSaysWhatPeopleAskOfAKey() throws JsonProcessingException {
        JsonNode items = WireJson.mapper().readTree("""
                [{"id": "k1", "fingerprint": "ba7816bf8f01", "source": "web", "name": "bootstrap", "environment": "live",
                  "scopes": ["events"], "state": "ending", "validUntil": "2026-03-08T09:30:15.123Z",
                  "lastUsedAt": "2026-03-01T09:30:15.123Z"},
                 {"id": "k2", "fingerprint": "000000000000", "source": "support-desk", "name": "desk", "environment": "test",
                  "scopes": ["events", "register"], "state": "active"}]
                """);

        assertThat(KeyTable.lines(items, KEPT))
                .containsExactly(
                        "ID  SOURCE        ENV   SCOPES           STATE                   LAST USED         NAME",
                        "k1  web           live  events           until 2026-03-08 09:30  2026-03-01 09:30  bootstrap (kept"
                                + " here)",
                        "k2  support-desk  test  events,register  active                  never             desk");
    }

    @Test
    void aKeptKeyIsToldByItsFingerprint() {
        assertThat(KEPT.sourceOf(FINGERPRINT_OF_ABC)).contains("web");
        assertThat(KEPT.sourceOf("000000000000")).isEmpty();
    }
}
