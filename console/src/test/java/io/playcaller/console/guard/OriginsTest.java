package io.playcaller.console.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class OriginsTest {

    private static final Origins ORIGINS = new Origins(Set.of("https://cs.example.com"));

    @Test
    void ourOwnPageMayAndTheConfiguredOnesMay() {
        assertThat(ORIGINS.fault("http://localhost:8080", null, "localhost:8080", true))
                .isEmpty();
        assertThat(ORIGINS.fault("https://cs.example.com", null, "console:8080", true))
                .isEmpty();
        assertThat(ORIGINS.fault(null, "same-origin", "console:8080", true)).isEmpty();
    }

    @Test
    void othersMayNot() {
        assertThat(ORIGINS.fault("https://evil.test", "same-origin", "localhost:8080", false))
                .isPresent();
        assertThat(ORIGINS.fault("https://localhost:8080.evil.test", null, "localhost:8080", true))
                .isPresent();
        assertThat(ORIGINS.fault("null", null, "localhost:8080", true)).isPresent();
        assertThat(ORIGINS.fault(null, "same-site", "localhost:8080", true)).isPresent();
    }

    @Test
    void aProgramWithoutASessionNeedsNoOrigin() {
        assertThat(ORIGINS.fault(null, null, "localhost:8080", false)).isEmpty();
        assertThat(ORIGINS.fault(null, null, "localhost:8080", true)).isPresent();
    }
}
