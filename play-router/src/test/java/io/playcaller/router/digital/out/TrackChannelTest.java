package io.playcaller.router.digital.out;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.router.config.PlayRouterConfig;
import io.playcaller.testkit.config.MappedConfig;
import io.vertx.mutiny.core.Vertx;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrackChannelTest {

    private static final String URL = "digital.track.url";

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.closeAndAwait();
    }

    @Test
    void namesAndAddressesGoWhereNobodyReadsAlong() {
        assertThatThrownBy(() -> channel(Map.of(URL, "http://api.segment.example/v1/track")))
                .hasMessageContaining("playcaller.router.digital.track.url must begin with https://")
                .hasMessageContaining("playcaller.router.digital.track.allow");
        assertThatCode(() -> channel(Map.of(URL, "https://api.segment.example/v1/track")))
                .doesNotThrowAnyException();
        assertThatCode(() -> channel(
                        Map.of(URL, "http://localhost:8080/track", "digital.track.allow", "127.0.0.0/8,::1/128")))
                .doesNotThrowAnyException();
    }

    @Test
    void withoutItsKeyNoCallCouldBeMade() {
        assertThatThrownBy(() ->
                        channel(Map.of(URL, "https://api.segment.example/v1/track", "digital.track.write-key", "")))
                .hasMessageContaining("playcaller.router.digital.track.write-key");
    }

    private void channel(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.putIfAbsent("digital.track.write-key", "key");
        new TrackChannel(MappedConfig.of(PlayRouterConfig.class).read(all), (BusinessClock) null, vertx);
    }
}
