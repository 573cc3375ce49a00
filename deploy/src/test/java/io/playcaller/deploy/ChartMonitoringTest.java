package io.playcaller.deploy;

import static io.playcaller.deploy.RenderedChart.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What the chart brings for the Prometheus operator and Grafana, where it is asked to. */
class ChartMonitoringTest {

    private static final RenderedChart FULL = RenderedChart.withEverything();

    @Test
    void withoutAWordThereIsNothingOfIt() {
        RenderedChart plain = RenderedChart.of(RenderedChart.REQUIRED);

        assertThat(plain.ofKind("PodMonitor")).isEmpty();
        assertThat(plain.ofKind("PrometheusRule")).isEmpty();
        assertThat(plain.ofKind("ConfigMap"))
                .noneMatch(map -> RenderedChart.name(map).endsWith("-dashboards"));
    }

    @Test
    void alertsArriveAsTheyAreWritten() {
        JsonObject written = new Gson()
                .toJsonTree(new Yaml().<Object>load(Repository.read("deploy/chart/playcaller/monitoring/alerts.yaml")))
                .getAsJsonObject();

        assertThat(at(FULL.named("PrometheusRule", "pc-alerts"), "spec")).isEqualTo(written);
    }

    @Test
    void everyPodIsLookedAtUnderTheNameOfItsService() {
        JsonObject monitor = at(FULL.named("PodMonitor", "pc-pods"), "spec");
        JsonObject selected = at(monitor, "selector", "matchLabels");
        String jobLabel = monitor.get("jobLabel").getAsString();

        List<JsonObject> pods = FULL.workloads().stream()
                .map(workload -> at(workload, "spec", "template", "metadata", "labels"))
                .filter(labels -> labels.entrySet().containsAll(selected.entrySet()))
                .toList();

        assertThat(pods.stream().map(labels -> labels.get(jobLabel).getAsString()))
                .containsExactlyInAnyOrderElementsOf(DeployedService.NAMES);
    }

    @Test
    void dashboardsAreWholeAndFoundByTheirLabel() {
        JsonObject map = FULL.named("ConfigMap", "pc-dashboards");

        assertThat(at(map, "metadata", "labels").get("grafana_dashboard").getAsString())
                .isEqualTo("1");
        assertThat(at(map, "data").entrySet())
                .hasSize(5)
                .allSatisfy(dashboard -> assertThat(
                                JsonParser.parseString(dashboard.getValue().getAsString())
                                        .getAsJsonObject()
                                        .getAsJsonArray("panels"))
                        .isNotEmpty());
    }
}
