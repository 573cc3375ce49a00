package io.playcaller.ingest.door.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP binding 1.0.2, section 3.1.3.2. */
class CloudEventHeadersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "plain             | plain",
                "\"quoted value\"  | quoted value",
                "\"a \\\"b\\\" c\" | a \"b\" c",
                "Euro%20%E2%82%AC  | Euro €",
                "%e2%82%ac         | €",
                "100%25%32%35      | 100%25",
                "%F0%9F%98%80      | \uD83D\uDE00"
            })
    void valuesAreUnquotedThenDecodedOnce(String header, String value) {
        assertThat(CloudEventHeaders.attributes(Map.of("CE-Subject", List.of(header), "Accept", List.of("*/*"))))
                .contains(Map.of("subject", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "%zz", "%C3%28", "%FF"})
    void whatIsNoUtf8IsNoAttribute(String header) {
        assertThat(CloudEventHeaders.attributes(Map.of("ce-id", List.of(header))))
                .isEmpty();
    }
}
