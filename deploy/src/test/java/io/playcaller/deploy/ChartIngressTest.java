package io.playcaller.deploy;

import static io.playcaller.deploy.RenderedChart.at;
import static io.playcaller.deploy.RenderedChart.container;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the world reaches through the ingress. */
class ChartIngressTest {

    private static final RenderedChart FULL = RenderedChart.withEverything();
    private static final List<String> OPERATIONS =
            List.of("/q", "/q/", "/q/health", "/q/health/ready", "/q/metrics", "/q/openapi", "/q/swagger-ui");

    @Test
    void everyRuleLeadsToAPortThatItsServiceHas() {
        rules().forEach(rule -> paths(rule).forEach(path -> {
            JsonObject backend = at(path, "backend", "service");
            JsonObject service = FULL.named("Service", backend.get("name").getAsString());
            assertThat(at(backend, "port").get("number"))
                    .isEqualTo(at(service, "spec")
                            .getAsJsonArray("ports")
                            .get(0)
                            .getAsJsonObject()
                            .get("port"));
        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"console", "usage-ingest"})
    void theDoorsAreReachedAndOperationsAreNot(String name) {
        JsonObject rule = rules().stream()
                .filter(candidate -> serviceOf(candidate).equals("pc-" + name))
                .findFirst()
                .orElseThrow();

        assertThat(DeployedService.of(name).paths())
                .filteredOn(path -> !path.startsWith("/q/"))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(admits(rule, path)).as(path).isTrue());
        assertThat(OPERATIONS)
                .allSatisfy(path -> assertThat(admits(rule, path)).as(path).isFalse());
    }

    /** Readers of mails, customers, and tools that sign: whoever has no token. */
    @Test
    void ofPlayRouterTheWorldReachesWhatNeedsNoTokenAndNothingElse() throws IOException {
        JsonObject rule = rules().stream()
                .filter(candidate -> serviceOf(candidate).equals("pc-play-router"))
                .findFirst()
                .orElseThrow();

        assertThat(Files.readAllLines(Repository.ROOT.resolve("play-router/src/test/resources/endpoint-roles.csv")))
                .map(line -> line.split(","))
                .filteredOn(cells -> cells[1].startsWith("/v1/"))
                .isNotEmpty()
                .allSatisfy(cells -> assertThat(admits(rule, cells[1]))
                        .as(cells[1])
                        .isEqualTo(Set.of("public", "signed").contains(cells[2])));
        assertThat(OPERATIONS)
                .allSatisfy(path -> assertThat(admits(rule, path)).as(path).isFalse());
    }

    @Test
    void thePageGetsItsScriptsAndItsIcon() {
        JsonObject rule = rules().stream()
                .filter(candidate -> serviceOf(candidate).equals("pc-console"))
                .findFirst()
                .orElseThrow();

        assertThat(Stream.of("/static/bundle/app-1234.js", "/icon.svg"))
                .allSatisfy(path -> assertThat(admits(rule, path)).as(path).isTrue());
    }

    @Test
    void theConsoleBelievesTheIngressAndNobodyElse() {
        assertThat(environment(FULL, "pc-console"))
                .containsEntry("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true")
                .containsEntry("QUARKUS_HTTP_PROXY_TRUSTED_PROXIES", "10.0.0.0/8,192.0.2.7");
        assertThat(environment(RenderedChart.of(RenderedChart.REQUIRED), "pc-console"))
                .doesNotContainKey("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING");
    }

    @Test
    void anIngressThatNobodyTrustsIsRefused() {
        Map<String, Object> values = new HashMap<>(RenderedChart.REQUIRED);
        values.put("ingress.enabled", true);
        values.put("ingress.hosts.console", "console.example.com");

        assertThatThrownBy(() -> RenderedChart.of(values)).hasMessageContaining("ingress.trustedProxies is missing");
        values.put("ingress.trustedProxies[0]", "everybody");
        assertThatThrownBy(() -> RenderedChart.of(values)).hasMessageContaining("trustedProxies");
    }

    private static List<JsonObject> rules() {
        List<JsonObject> rules = objects(at(FULL.named("Ingress", "pc"), "spec").getAsJsonArray("rules"));
        assertThat(rules).hasSize(3);
        return rules;
    }

    private static List<JsonObject> paths(JsonObject rule) {
        return objects(at(rule, "http").getAsJsonArray("paths"));
    }

    private static String serviceOf(JsonObject rule) {
        return at(paths(rule).get(0), "backend", "service").get("name").getAsString();
    }

    /** As Kubernetes matches: exactly, or by whole elements of the path. */
    private static boolean admits(JsonObject rule, String path) {
        return paths(rule).stream().anyMatch(candidate -> {
            String given = candidate.get("path").getAsString();
            return path.equals(given)
                    || (candidate.get("pathType").getAsString().equals("Prefix")
                            && path.startsWith(given.replaceFirst("/$", "") + "/"));
        });
    }

    private static Map<String, String> environment(RenderedChart chart, String deployment) {
        Map<String, String> environment = new HashMap<>();
        objects(container(chart.named("Deployment", deployment)).getAsJsonArray("env")).stream()
                .filter(variable -> variable.has("value"))
                .forEach(variable -> environment.put(
                        variable.get("name").getAsString(),
                        variable.get("value").getAsString()));
        return environment;
    }

    private static List<JsonObject> objects(Iterable<JsonElement> elements) {
        return StreamSupport.stream(elements.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }
}
