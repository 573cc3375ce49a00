package io.playcaller.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Alerts and dashboards ask for what the services measure, and say what they mean. */
class MonitoringTest {

    private static final MetersInCode METERS = MetersInCode.read();

    /** Metrics of the framework, each with its labels. */
    private static final Map<String, Set<String>> FRAMEWORK = Map.of(
            "up", Set.of(),
            "http_server_requests_seconds_count", Set.of("method", "uri", "status", "outcome"),
            "http_server_requests_seconds_sum", Set.of("method", "uri", "status", "outcome"),
            "jvm_memory_used_bytes", Set.of("area", "id"),
            "jvm_memory_max_bytes", Set.of("area", "id"),
            "process_cpu_usage", Set.of());

    /** Labels that Prometheus itself puts on what it reads. */
    private static final Set<String> EVERYWHERE = Set.of("job", "instance", "le");

    private static final Pattern HEADING = Pattern.compile("(?m)^### (\\w+)$");

    private final List<Map<String, Object>> alerts = alerts();

    @Test
    void everyQueryNamesMetricsAndLabelsThatThereAre() {
        List<String> unknown = new ArrayList<>();
        queries().forEach(query -> {
            PromQuery read = PromQuery.of(query);
            assertThat(read.where()).as(query).isNotEmpty();
            Set<String> labels = new TreeSet<>(EVERYWHERE);
            read.where().forEach((metric, picked) -> {
                Set<String> known = labelsOf(metric);
                labels.addAll(known);
                if (!FRAMEWORK.containsKey(metric) && !METERS.labels().containsKey(metric)) {
                    unknown.add(metric + " in " + query);
                }
                picked.stream()
                        .filter(label -> !known.contains(label) && !EVERYWHERE.contains(label))
                        .forEach(label -> unknown.add(metric + "{" + label + "} in " + query));
            });
            read.groups().stream()
                    .filter(label -> !labels.contains(label))
                    .forEach(label -> unknown.add("by (" + label + ") in " + query));
        });

        assertThat(unknown).isEmpty();
    }

    @Test
    void everyServiceThatMeasuresSomethingHasADashboardAndAlertsOfItsOwn() {
        Set<String> groups =
                groups().stream().map(group -> (String) group.get("name")).collect(Collectors.toSet());

        for (String service : List.of("usage-ingest", "health-service", "play-router", "renewal-forecast")) {
            assertThat(groups).contains(service);
            assertThat(Repository.DEPLOY.resolve("chart/playcaller/monitoring/dashboards/" + service + ".json"))
                    .exists();
        }
    }

    @Test
    void everyAlertSaysHowUrgentItIsAndWhat() {
        assertThat(alerts).allSatisfy(alert -> {
            String name = (String) alert.get("alert");
            assertThat(map(alert.get("labels")).get("severity")).as(name).isIn("critical", "warning", "info");
            assertThat((String) map(alert.get("annotations")).get("summary"))
                    .as(name)
                    .isNotBlank();
        });
    }

    @Test
    void everyAlertHasItsEntryInTheRunbookAndNothingElseHas() {
        List<String> entries = HEADING.matcher(Repository.read("docs/operations.md"))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(entries)
                .containsExactlyElementsOf(alerts.stream()
                        .map(alert -> (String) alert.get("alert"))
                        .toList());
    }

    @Test
    void everyPanelSaysWhatItShows() {
        assertThat(dashboards().flatMap(MonitoringTest::panels)).isNotEmpty().allSatisfy(panel -> {
            String title = panel.get("title").getAsString();
            assertThat(title).isNotBlank();
            assertThat(panel.get("description").getAsString()).as(title).isNotBlank();
        });
    }

    @Test
    void everyServiceIsLookedAtWhereItListens() {
        Map<String, Object> file = map(new Yaml().load(Repository.read("deploy/monitoring/prometheus.yml")));
        Set<String> looked = list(file.get("scrape_configs")).stream()
                .map(job -> job.get("job_name") + " " + job.get("metrics_path") + " "
                        + list(job.get("static_configs")).get(0).get("targets"))
                .collect(Collectors.toSet());

        assertThat(looked)
                .isEqualTo(DeployedService.all().stream()
                        .map(service ->
                                "%s /q/metrics [%s:%d]".formatted(service.name(), service.name(), service.port()))
                        .collect(Collectors.toSet()));
    }

    private static Set<String> labelsOf(String metric) {
        return FRAMEWORK.getOrDefault(metric, METERS.labels().getOrDefault(metric, Set.of()));
    }

    private Stream<String> queries() {
        return Stream.concat(
                alerts.stream().map(alert -> (String) alert.get("expr")),
                dashboards()
                        .flatMap(MonitoringTest::panels)
                        .flatMap(panel -> panel.getAsJsonArray("targets").asList().stream())
                        .map(target -> target.getAsJsonObject().get("expr").getAsString()));
    }

    private static Stream<JsonObject> panels(JsonObject dashboard) {
        return dashboard.getAsJsonArray("panels").asList().stream().map(JsonElement::getAsJsonObject);
    }

    private static Stream<JsonObject> dashboards() {
        try (Stream<Path> files = Files.list(Repository.DEPLOY.resolve("chart/playcaller/monitoring/dashboards"))) {
            return files
                    .map(file -> Repository.read("deploy/chart/playcaller/monitoring/dashboards/" + file.getFileName()))
                    .map(text -> JsonParser.parseString(text).getAsJsonObject())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Map<String, Object>> alerts() {
        return groups().stream()
                .flatMap(group -> list(group.get("rules")).stream())
                .toList();
    }

    private static List<Map<String, Object>> groups() {
        return list(map(new Yaml().load(Repository.read("deploy/chart/playcaller/monitoring/alerts.yaml")))
                .get("groups"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Object value) {
        return (List<Map<String, Object>>) value;
    }
}
