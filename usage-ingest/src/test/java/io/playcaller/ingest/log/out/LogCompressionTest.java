package io.playcaller.ingest.log.out;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogCompressionTest {

    @ParameterizedTest
    @ValueSource(strings = {"snappy", "lz4", "zstd", "gzip", "none"})
    void whatKafkaKnowsCanBeUsed(String type) {
        assertThatCode(() -> LogCompression.require(type)).doesNotThrowAnyException();
    }

    @Test
    void whatCannotBeUsedIsSaidWithItsSetting() {
        assertThatThrownBy(() -> LogCompression.require("brotli"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("kafka.compression.type: brotli");
    }
}
