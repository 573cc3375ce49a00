package io.playcaller.ingest.door.webhook.file;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a file of webhooks must fit in tests: the limits of production, and a source {@code web} that has keys. */
final class Installation {

    private static final int EVENT_BYTES = 32_768;
    private static final int BODY_BYTES = 512_000;

    private Installation() {}

    static Surroundings withEverySecret() {
        return new Surroundings(name -> Optional.of("a secret of " + name), Set.of("web"), EVENT_BYTES, BODY_BYTES);
    }

    static Surroundings with(Map<String, String> settings) {
        return new Surroundings(
                name -> Optional.ofNullable(settings.get(name)), Set.of("web"), EVENT_BYTES, BODY_BYTES);
    }
}
