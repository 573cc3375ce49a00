package io.playcaller.bench.timer;

import io.playcaller.bench.PackagedService;
import io.playcaller.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** play-router as it is packaged, with a team of twelve. */
final class RouterContender implements TimerContender {

    static final String NAME = "play-router";

    private static final String SCHEMA = TimerTables.ROUTER.schema();
    private static final int TEAM = 12;

    /** Each signal of the measurement begins a run. */
    private static final String WIDE = "1000000";

    private final PackagedService service;

    private RouterContender(PackagedService service) {
        this.service = service;
    }

    /** @param webhook where deliveries go; null for nowhere */
    static RouterContender start(
            TimerTerms terms, Path directory, String broker, EmbeddedPostgres postgres, @Nullable URI webhook)
            throws IOException {
        Path rules = directory.resolve("rules");
        Files.createDirectories(rules);
        Files.writeString(rules.resolve("directory.yaml"), people());
        Files.writeString(rules.resolve("coverage.yaml"), coverage());
        Map<String, String> settings = PackagedService.settings(SCHEMA, broker, postgres);
        settings.put("playcaller.router.config-dir", rules.toAbsolutePath().toString());
        if (webhook != null) {
            settings.put("playcaller.router.webhook.url", webhook.toString());
            settings.put("playcaller.router.webhook.secret", WebhookReceiver.SECRET);
            settings.put("playcaller.router.webhook.allow", "127.0.0.0/8");
        }
        settings.put("playcaller.router.timers.poll", terms.poll().toMillis() + "ms");
        settings.put("playcaller.router.brake.least", WIDE);
        return new RouterContender(
                PackagedService.start(NAME, terms.service(), directory, terms.heapMegabytes(), settings));
    }

    /** No limit of a day: a measurement makes more tasks than people could do. */
    private static String coverage() {
        return """
                day: {tasks: 0, ahead: 5}
                pools: {share: 100, fairness: 20, overlap-hours: 2}
                tiers: {}
                watch: {warn-at: 90, breach-after: 10}
                """;
    }

    private static String people() {
        String lead = "  - {id: lea, name: Lea, email: lea@bench.test, roles: [team-lead]}\n";
        return IntStream.range(0, TEAM)
                .mapToObj(i -> ("  - {id: csm-%d, name: Csm %d, email: csm-%d@bench.test, roles: [csm], pools: [csm],"
                                + " manager: lea}%n")
                        .formatted(i, i, i))
                .collect(Collectors.joining("", "people:\n" + lead, ""));
    }

    @Override
    public long pid() {
        return service.pid();
    }

    @Override
    public void requireAlive() throws IOException {
        service.requireAlive();
    }

    @Override
    public boolean ready() throws IOException {
        return service.ready();
    }

    @Override
    public void close() {
        service.close();
    }
}
