package io.playcaller.ingest.door.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginsTest {

    @Test
    void namedOriginsAreAnsweredByName() {
        AllowedOrigins origins = new AllowedOrigins(Set.of("https://app.example.com", "capacitor://localhost"));

        assertThat(origins.answerTo("https://app.example.com")).contains("https://app.example.com");
        assertThat(origins.answerTo("capacitor://localhost")).contains("capacitor://localhost");
        assertThat(origins.answerTo("https://app.example.com:8443")).isEmpty();
        assertThat(origins.answerTo("null")).isEmpty();
    }

    @Test
    void aStarAllowsAny() {
        assertThat(new AllowedOrigins(Set.of("*")).answerTo("null")).contains("*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"app.example.com", "https://app.example.com/", "https://*.example.com", ""})
    void whatCanNeverBeAnOriginIsRefusedAtStart(String origin) {
        assertThatThrownBy(() -> new AllowedOrigins(Set.of(origin)))
                .hasMessageContaining("playcaller.ingest.cors.origins")
                .hasMessageContaining(origin);
    }
}
