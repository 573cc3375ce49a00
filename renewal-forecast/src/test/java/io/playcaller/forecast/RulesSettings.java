package io.playcaller.forecast;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A directory of own rules, which tests change. */
public final class RulesSettings implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try {
            Path copy = Files.createTempDirectory("forecast-rules");
            Files.copy(Path.of("src/main/resources/forecast/renewals.yaml"), copy.resolve("renewals.yaml"));
            return Map.of(
                    "playcaller.forecast.config-dir", copy.toString(), "playcaller.forecast.reload-every", "100ms");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}
}
