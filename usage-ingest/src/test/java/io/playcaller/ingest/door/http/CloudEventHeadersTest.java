package io.playcaller.ingest.door.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.ingest.refusal.Fault;
import io.playcaller.ingest.refusal.Step;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP binding 1.0.2, section 3.1.3. */
class CloudEventHeadersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "plain             | plain",
                "\"quoted value\"  | quoted value",
                "\"a \\\"b\\\" c\" | a \"b\" c",
                "\"a\\\"          | \"a\\\"",
                "\"               | \"",
                "\"%41\"           | A",
                "Euro%20%E2%82%AC  | Euro €",
                "%e2%82%ac         | €",
                "100%25%32%35      | 100%25",
                "%F0%9F%98%80      | \uD83D\uDE00"
            })
    void valuesAreUnquotedThenDecodedOnce(String header, String value) {
        assertThat(CloudEventHeaders.attributes(Map.of("CE-Subject", List.of(header), "Accept", List.of("*/*"))))
                .isEqualTo(Step.kept(Map.of("subject", value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "%zz", "%C3%28", "%FF", "%C0%A0", "%ED%A0%80", "é", "a\tb"})
    void whatIsNoUtf8InPrintableAsciiIsNoAttribute(String header) {
        assertThat(fault(Map.of("ce-id", List.of(header))).field()).isEqualTo("ce-id");
    }

    @Test
    void theContentTypeStandsInItsOwnHeaderOnly() {
        assertThat(fault(Map.of("ce-datacontenttype", List.of("application/json"))))
                .isEqualTo(
                        new Fault("ce-datacontenttype", "absent, because Content-Type says it", "'application/json'"));
    }

    @Test
    void anAttributeIsGivenOnce() {
        assertThat(fault(Map.of("Ce-Id", List.of("a", "b")))).isEqualTo(new Fault("ce-id", "given once", "'2 times'"));
    }

    @Property(tries = 500)
    void whatIsEncodedAsTheBindingSaysIsDecoded(@ForAll @StringLength(max = 40) String value, @ForAll boolean upper) {
        String text = wellFormed(value);

        assertThat(decoded(encoded(text, upper, false))).isEqualTo(text);
    }

    @Property(tries = 500)
    void whatIsEncodedWithoutNeedIsDecodedTheSame(@ForAll @StringLength(max = 40) String value, @ForAll boolean upper) {
        String text = wellFormed(value);

        assertThat(decoded(encoded(text, upper, true))).isEqualTo(text);
    }

    @Property(tries = 500)
    void noHeaderIsAFault(@ForAll @StringLength(max = 40) String header) {
        assertThat(CloudEventHeaders.attributes(Map.of("ce-id", List.of(header))))
                .isNotNull();
    }

    /** Lone surrogates are no text. */
    private static String wellFormed(String value) {
        return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String encoded(String text, boolean upper, boolean all) {
        HexFormat hex = upper ? HexFormat.of().withUpperCase() : HexFormat.of();
        return text.codePoints()
                .mapToObj(c -> all || c <= ' ' || c == '"' || c == '%' || c > '~'
                        ? hex.withPrefix("%").formatHex(Character.toString(c).getBytes(StandardCharsets.UTF_8))
                        : Character.toString(c))
                .collect(Collectors.joining());
    }

    private static String decoded(String header) {
        Step<Map<String, String>> read = CloudEventHeaders.attributes(Map.of("ce-subject", List.of(header)));
        return ((Step.Kept<Map<String, String>>) read).value().get("subject");
    }

    private static Fault fault(Map<String, List<String>> headers) {
        Step<Map<String, String>> read = CloudEventHeaders.attributes(headers);
        return ((Step.Refused<Map<String, String>>) read).refusal().first().orElseThrow();
    }
}
