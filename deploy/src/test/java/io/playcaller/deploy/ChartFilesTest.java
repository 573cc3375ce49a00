package io.playcaller.deploy;

import static io.playcaller.deploy.RenderedChart.at;
import static io.playcaller.deploy.RenderedChart.container;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of one's own, in the pods of the services that read some. */
class ChartFilesTest {

    private static final RenderedChart FULL = RenderedChart.withEverything();

    @Test
    void everyServiceThatReadsFilesTakesOwnOnes() {
        List<String> readers = DeployedService.all().stream()
                .filter(service -> service.filesSetting().isPresent())
                .map(DeployedService::name)
                .toList();

        assertThat(readers)
                .containsExactlyInAnyOrder("usage-ingest", "health-service", "play-router", "renewal-forecast");
        assertThat(FULL.ofKind("ConfigMap").stream().map(RenderedChart::name).toList())
                .containsAll(
                        readers.stream().map(name -> "pc-" + name + "-files").toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"usage-ingest", "health-service", "play-router", "renewal-forecast"})
    void filesAreMountedWhereTheServiceLooksForThem(String name) {
        JsonObject container = container(FULL.workloads().stream()
                .filter(workload -> RenderedChart.name(workload).equals("pc-" + name))
                .findFirst()
                .orElseThrow());

        assertThat(container.get("volumeMounts").toString()).contains("/etc/playcaller");
        assertThat(value(container, DeployedService.of(name).filesSetting().orElseThrow()))
                .isEqualTo("/etc/playcaller");
    }

    @Test
    void aFileHasTheTextThatWasGiven() {
        assertThat(at(FULL.named("ConfigMap", "pc-play-router-files"), "data")
                        .get("directory.yaml")
                        .getAsString())
                .isEqualTo("people: []");
    }

    private static String value(JsonObject container, String variable) {
        return StreamSupport.stream(container.getAsJsonArray("env").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(entry -> entry.get("name").getAsString().equals(variable))
                .map(entry -> entry.get("value").getAsString())
                .findFirst()
                .orElseThrow(() -> new AssertionError(variable + " is not set"));
    }
}
