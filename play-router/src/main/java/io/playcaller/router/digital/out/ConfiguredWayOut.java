package io.playcaller.router.digital.out;

import io.playcaller.router.config.PlayRouterConfig;
import io.playcaller.router.delivery.out.Needed;
import io.playcaller.router.digital.WayOut;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The way out of messages, as it is configured. Looked at when the service starts: one that is to write to customers, and could not let
 * them refuse, does not start.
 */
@Singleton
@Startup
public class ConfiguredWayOut {

    private static final String SETTINGS = "playcaller.router.digital.";

    private final WayOut wayOut;

    ConfiguredWayOut(PlayRouterConfig config) {
        PlayRouterConfig.Digital digital = config.digital();
        String writes = Stream.concat(
                        digital.mail().from().map(from -> SETTINGS + "mail.from").stream(),
                        digital.track().url().map(url -> SETTINGS + "track.url").stream())
                .collect(Collectors.joining(" and "));
        if (!writes.isEmpty()) {
            Needed.by(writes)
                    .isThere(SETTINGS + "unsubscribe-keys", digital.unsubscribeKeys())
                    .isThere(SETTINGS + "public-url", digital.publicUrl())
                    .check();
        }
        this.wayOut = WayOut.by(digital.unsubscribeKeys().orElse(List.of()), digital.publicUrl());
    }

    public WayOut get() {
        return wayOut;
    }
}
