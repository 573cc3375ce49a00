package io.playcaller.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.ingest.source.in.BasicKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class WriteKeyTest {

    @Test
    void aKeyDoesNotPrintItself() {
        WriteKey key = WriteKey.generate(Environment.LIVE);

        assertThat(key.clear()).startsWith("pck_").hasSizeGreaterThan(40);
        assertThat(key.toString()).doesNotContain(key.clear());
        assertThat(key.hash())
                .hasSize(64)
                .isNotEqualTo(WriteKey.generate(Environment.LIVE).hash());
    }

    @Test
    void theColonIsOptionalAndTheSchemeIsNot() {
        assertThat(BasicKey.of("Basic " + base64("k:"))).contains(new WriteKey("k"));
        assertThat(BasicKey.of("basic " + base64("k"))).contains(new WriteKey("k"));
        assertThat(BasicKey.of("Basic " + base64("k:ignored"))).contains(new WriteKey("k"));
        assertThat(BasicKey.of("Bearer k")).isEmpty();
        assertThat(BasicKey.of("Basic ???")).isEmpty();
        assertThat(BasicKey.of("Basic " + base64(":"))).isEmpty();
        assertThat(BasicKey.of(null)).isEmpty();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
