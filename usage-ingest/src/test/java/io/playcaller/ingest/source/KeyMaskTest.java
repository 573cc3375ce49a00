package io.playcaller.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyMaskTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"writeKey":"secret","a":1}          | {"writeKey":"***","a":1}
            {"a":[{"writeKey" :\t"secret"}]}     | {"a":[{"writeKey" :\t"***"}]}
            {"writeKey":"se\\"cret","a":"writeKey"} | {"writeKey":"***","a":"writeKey"}
            {"writeKey":"sec                     | {"writeKey":"***
            {"writeKey":"sec\\                   | {"writeKey":"***
            {"writeKey":"one","writeKey":"two"   | {"writeKey":"***","writeKey":"***"
            {"writeKey":""                       | {"writeKey":"***"
            {"writeKey":null,"b":"c"}            | {"writeKey":null,"b":"c"}
            {"a":"writeKey"}                     | {"a":"writeKey"}
            {"writeKey"                          | {"writeKey"
            """)
    void theValueOfAWriteKeyIsTakenOutAndNothingElse(String body, String kept) {
        assertThat(KeyMask.mask(body)).isEqualTo(kept);
    }

    @Test
    void anIssuedKeyIsFoundWhereverItStands() {
        for (Environment environment : Environment.values()) {
            String key = WriteKey.generate(environment).clear();

            assertThat(KeyMask.mask("writeKey=" + key + "&event=Login")).isEqualTo("writeKey=***&event=Login");
            assertThat(KeyMask.mask("{'key':'" + key + "'}")).isEqualTo("{'key':'***'}");
        }
        assertThat(KeyMask.mask("pck_short and pck")).isEqualTo("pck_short and pck");
    }

    @Test
    void aHeaderThatCarriesAKeyIsMaskedWhatever() {
        assertThat(KeyMask.header("Authorization", "Basic d2ViLWtleTo=")).isEqualTo("***");
        assertThat(KeyMask.header("writeKey", "web-key")).isEqualTo("***");
        assertThat(KeyMask.header("ce_id", "e1")).isEqualTo("e1");
    }

    @Test
    void bytesThatAreNoTextStayAsTheyCame() {
        byte[] body = concat(
                new byte[] {(byte) 0xff, 0, (byte) 0xc3}, "\"writeKey\":\"ключ\" é".getBytes(StandardCharsets.UTF_8));

        assertThat(KeyMask.mask(body))
                .isEqualTo(concat(
                        new byte[] {(byte) 0xff, 0, (byte) 0xc3},
                        "\"writeKey\":\"***\" é".getBytes(StandardCharsets.UTF_8)));
        byte[] without = {(byte) 0xff, 0, 'a'};
        assertThat(KeyMask.mask(without)).isSameAs(without);
    }

    @Test
    void aBodyOfAnySizeIsMasked() {
        String many = "\"writeKey\":\"\\\\\",".repeat(50_000);

        assertThat(KeyMask.mask(many)).isEqualTo("\"writeKey\":\"***\",".repeat(50_000));
        assertThat(KeyMask.mask("\"writeKey\":\"" + "\\\"".repeat(500_000))).isEqualTo("\"writeKey\":\"***");
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
