package io.playcaller.router;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the service is set up for component tests: a directory of people, a tool that takes webhooks, a movable clock. */
public final class RouterSettings implements QuarkusTestResourceLifecycleManager {

    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYqr";
    static final String PREVIOUS_SECRET = "whsec_wMfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYq";

    /** No double takes its time: an answer that is late comes of a machine on which others build, and is no outage of the tool. */
    static final String TOOL_TIMEOUT = "60s";

    private WebhookDouble tool;

    @Override
    public Map<String, String> start() {
        tool = new WebhookDouble();
        Map<String, String> config = new HashMap<>();
        config.put("quarkus.http.test-port", "0");
        config.put("playcaller.clock.adjustable", "true");
        config.put("playcaller.topics.create", "true");
        config.put("playcaller.topics.customer-events-partitions", "4");
        config.put("playcaller.topics.partitions", "2");
        config.put("playcaller.topics.replication", "1");
        config.put("playcaller.router.config-dir", ownCopyOfTheRules().toString());
        config.put("playcaller.router.reload-every", "100ms");
        config.put("playcaller.router.findings-every", "250ms");
        config.put("playcaller.router.webhook.url", "http://localhost:" + tool.port() + "/hook");
        config.put("playcaller.router.webhook.secret", SECRET);
        config.put("playcaller.router.webhook.previous-secret", PREVIOUS_SECRET);
        config.put("playcaller.router.webhook.timeout", TOOL_TIMEOUT);
        config.put("playcaller.router.webhook.allow", "127.0.0.0/8,::1/128");
        config.put("playcaller.router.brake.least", "1000000");
        config.put("playcaller.router.retention.every", "200ms");
        config.put("playcaller.router.digital.unsubscribe-keys", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYqr");
        config.put("playcaller.router.digital.public-url", "https://success.example");
        config.put("test.tool", "http://localhost:" + tool.port());
        return config;
    }

    /** Tests change them. */
    private static Path ownCopyOfTheRules() {
        try {
            Path copy = Files.createTempDirectory("router-rules");
            for (String file : List.of("directory.yaml", "coverage.yaml")) {
                Files.copy(Path.of("src/test/resources/rules", file), copy.resolve(file));
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (tool != null) {
            tool.stop();
        }
    }
}
