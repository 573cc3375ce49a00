package io.playcaller.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceConfigTest {

    private final Home home = new Home(Path.of("/somewhere"));
    private final Secrets secrets =
            new Secrets(Map.of("web", "k-web", "support-desk", "k-support", "crm", "k-crm"), "a@b.c", "pass\\word${x}");
    private final ServiceConfig config =
            new ServiceConfig(home, Settings.defaults().with("postgres", 25432), secrets);

    @ParameterizedTest
    @EnumSource(Service.class)
    void everyServiceHasASchemaOfItsOwnAndAClockThatMoves(Service service) {
        Map<String, String> of = config.of(service);

        assertThat(of)
                .containsEntry(
                        "quarkus.datasource.jdbc.url",
                        "jdbc:postgresql://127.0.0.1:25432/playcaller?currentSchema=" + service.schema())
                .containsEntry("quarkus.http.host", "127.0.0.1")
                .containsEntry("playcaller.clock.adjustable", "true")
                .containsEntry("playcaller.topics.create", "true");
    }

    @Test
    void theDoorKnowsTheSourcesAndTicksEverySecond() {
        assertThat(config.of(Service.USAGE_INGEST))
                .containsEntry("playcaller.ingest.bootstrap.sources.crm.scopes", "events,register")
                .containsEntry("playcaller.ingest.bootstrap.sources.web.key", "k-web")
                .containsEntry("playcaller.ingest.tick", "PT1S")
                .containsEntry("playcaller.ingest.outage-grace", "PT10S");
    }

    @Test
    void aPasswordArrivesAsItIs() throws Exception {
        Properties read = new Properties();
        read.load(new StringReader(config.file(Service.CONSOLE)));

        // Quarkus reads \${ as the text ${.
        assertThat(read.getProperty("playcaller.console.bootstrap.password")).isEqualTo("pass\\word\\${x}");
    }
}
