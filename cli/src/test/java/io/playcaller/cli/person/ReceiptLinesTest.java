package io.playcaller.cli.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.playcaller.contracts.WireJson;
import org.junit.jupiter.api.Test;

class ReceiptLinesTest {

    @Test
    void eachPlaceSaysWhatWasDoneAndWhenTheRestIsGone() throws JsonProcessingException {
        var receipt = WireJson.mapper().readTree("""
                {"erasureId": "e1", "state": "complete", "askedBy": "olga", "erasedAt": "2026-03-01T09:00:00Z", "places": [
                  {"place": "table person", "did": "deleted", "count": 1, "note": "name"},
                  {"place": "topic usage-events", "did": "expires", "until": "2026-03-22T09:00:00Z", "note": "raw"},
                  {"place": "backups", "did": "by-hand", "note": "erase once more"}]}
                """);

        assertThat(ReceiptLines.of(receipt))
                .containsExactly(
                        "Erasure e1, asked for by olga at 2026-03-01T09:00:00Z: complete.",
                        "  table person                                   1 deleted",
                        "      name",
                        "  topic usage-events                             expires, gone by 2026-03-22",
                        "      raw",
                        "  backups                                        by-hand",
                        "      erase once more");
    }
}
