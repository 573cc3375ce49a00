package io.playcaller.cli.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.WireJson;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTableTest {

    @Test
    void aNameMovesNoCursor() throws JsonProcessingException {
        List<JsonNode> names = List.of(
                WireJson.mapper().readTree("{\"source\": \"web\", \"name\": \"a\\u001b[2Jb\\nc\", \"days\": {}}"));

        assertThat(CatalogueTable.lines(names, 7).get(1)).contains("a\uFFFD[2Jb\uFFFDc");
    }

    @Test
    void aLineSaysHowMuchOfANameCameAndWhatPeopleSaidOfIt() throws JsonProcessingException {
        List<JsonNode> names = new ArrayList<>();
        WireJson.mapper().readTree("""
                [{"source": "web", "name": "Export", "events": 12, "meaningfulEvents": 10, "days": {"2026-03-01": 2, "2026-03-02": 3},
                  "firstSeen": "2026-01-02T03:04:05.678Z", "lastSeen": "2026-03-02T09:30:15Z", "meaningful": true,
                  "countsAs": {"name": "Report Exported", "from": "2026-02-01T00:00:00Z"}},
                 {"source": "web", "events": 1, "meaningfulEvents": 0, "days": {},
                  "firstSeen": "2026-01-02T03:04:05Z", "lastSeen": "2026-01-02T03:04:05Z"}]
                """).forEach(names::add);

        assertThat(CatalogueTable.lines(names, 7))
                .containsExactly(
                        "SOURCE  NAME          EVENTS  OF THEM USE  IN 7 DAYS  FIRST SEEN        LAST SEEN         SAID",
                        "web     Export        12      10           5          2026-01-02 03:04  2026-03-02 09:30  use,"
                                + " counts as Report Exported from 2026-02-01",
                        "web     (all others)  1       0            0          2026-01-02 03:04  2026-01-02 03:04");
    }
}
