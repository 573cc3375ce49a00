package io.playcaller.cli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.WireJson;
import org.junit.jupiter.api.Test;

class MergeLinesTest {

    @Test
    void aMergeSaysWhoMadeAndEndedItAndWhy() throws JsonProcessingException {
        JsonNode merges = json("""
                [{"accountId": "acme", "into": "globex", "reason": "bought", "mergedAt": "2026-03-01T09:00:30Z",
                  "mergedBy": "olga"},
                 {"accountId": "acme", "into": "initech", "reason": "typo", "mergedAt": "2026-02-01T09:00:30Z",
                  "mergedBy": "a key of crm", "undoneAt": "2026-02-01T10:00:30Z", "undoneBy": "olga"}]""");

        assertThat(MergeLines.list("acme", merges))
                .containsExactly(
                        "INTO     MERGED            BY            UNDONE            BY    REASON",
                        "globex   2026-03-01 09:00  olga          in force                bought",
                        "initech  2026-02-01 09:00  a key of crm  2026-02-01 10:00  olga  typo");
        assertThat(MergeLines.list("acme", json("[]"))).containsExactly("acme was never merged into another account.");
    }

    @Test
    void aPreviewSaysWhatBecomesOfWhatAndWhy() throws JsonProcessingException {
        JsonNode preview = json("""
                {"preview": true, "accountId": "acme", "into": "globex", "leadsTo": "initech", "unchanged": false,
                 "effects": [
                  {"what": "events", "becomes": "moves", "why": "from then on"},
                  {"what": "domains", "becomes": "leads", "count": 1, "named": ["acme.example"], "why": "go along"},
                  {"what": "contracts", "becomes": "stays", "count": 2,
                   "arr": [{"minor": 4850, "currency": "EUR"}, {"minor": 7, "currency": "JPY"}],
                   "why": "1 is open"}]}""");

        assertThat(MergeLines.preview(preview))
                .containsExactly(
                        "acme into globex: what is accepted would go to initech.",
                        "WHAT       BECOMES  COUNT  WHY",
                        "events     moves    -      from then on",
                        "domains    leads    1      acme.example: go along",
                        "contracts  stays    2      48.50 EUR ARR, 7 JPY ARR: 1 is open",
                        "Nothing was stored.");
    }

    @Test
    void whatIsMergedAlreadyWouldNotChange() throws JsonProcessingException {
        assertThat(MergeLines.preview(json("{\"accountId\": \"acme\", \"into\": \"globex\", \"unchanged\": true}")))
                .containsExactly("acme is merged into globex already; nothing would change.");
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return WireJson.mapper().readTree(text);
    }
}
