package io.playcaller.cli.run;

import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.Secrets;
import io.playcaller.quickstart.Service;
import io.playcaller.quickstart.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What people want to know when everything is ready: where things are and what opens them. */
final class Welcome {

    private Welcome() {}

    static List<String> lines(Home home, Settings settings, Duration took) {
        Secrets secrets = Secrets.load(home.secrets());
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(String.format(Locale.ROOT, "Playcaller is up after %.1f s.", took.toMillis() / 1000.0));
        lines.add("");
        for (Service service : Service.values()) {
            lines.add("  %-17s %s".formatted(service.module(), settings.url(service)));
        }
        lines.add("  %-17s 127.0.0.1:%d   PostgreSQL 127.0.0.1:%d   Redis 127.0.0.1:%d"
                .formatted("Kafka", settings.kafkaPort(), settings.postgresPort(), settings.redisPort()));
        lines.add("");
        lines.add("  login             %s / %s".formatted(secrets.adminEmail(), secrets.adminPassword()));
        lines.add("  write key         %s   (source web; all keys: %s)"
                .formatted(secrets.writeKey(Secrets.WEB), home.root().relativize(home.secrets())));
        lines.add("");
        lines.add("Send an event:");
        lines.add("  curl -u %s: -H 'content-type: application/json' %s/v1/track \\"
                .formatted(secrets.writeKey(Secrets.WEB), settings.url(Service.USAGE_INGEST)));
        lines.add("    -d '{\"userId\":\"u1\",\"event\":\"report exported\",\"context\":{\"groupId\":\"acme\"}}'");
        return lines;
    }
}
