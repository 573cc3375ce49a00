package io.playcaller.cli.run;

import io.playcaller.quickstart.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** One option per port; what is set once is kept for later starts. */
final class PortOptions {

    @Option(names = "--console-port", paramLabel = "N", description = "port of the console (8080)")
    private @Nullable Integer console;

    @Option(names = "--usage-ingest-port", paramLabel = "N", description = "port of the doors (8081)")
    private @Nullable Integer ingest;

    @Option(names = "--health-service-port", paramLabel = "N", description = "port of health-service (8082)")
    private @Nullable Integer health;

    @Option(names = "--play-router-port", paramLabel = "N", description = "port of play-router (8083)")
    private @Nullable Integer router;

    @Option(names = "--renewal-forecast-port", paramLabel = "N", description = "port of renewal-forecast (8084)")
    private @Nullable Integer forecast;

    @Option(names = "--kafka-port", paramLabel = "N", description = "port of Kafka (19092)")
    private @Nullable Integer kafka;

    @Option(names = "--postgres-port", paramLabel = "N", description = "port of PostgreSQL (15432)")
    private @Nullable Integer postgres;

    @Option(names = "--redis-port", paramLabel = "N", description = "port of Redis (16379)")
    private @Nullable Integer redis;

    /** {@code kept} with what was asked for. */
    Settings applyTo(Settings kept) {
        Map<String, @Nullable Integer> asked = new LinkedHashMap<>();
        asked.put("console", console);
        asked.put("usage-ingest", ingest);
        asked.put("health-service", health);
        asked.put("play-router", router);
        asked.put("renewal-forecast", forecast);
        asked.put("kafka", kafka);
        asked.put("postgres", postgres);
        asked.put("redis", redis);
        Settings settings = kept;
        for (Map.Entry<String, @Nullable Integer> port : asked.entrySet()) {
            Integer number = port.getValue();
            if (number != null) {
                settings = settings.with(port.getKey(), number);
            }
        }
        return settings;
    }
}
