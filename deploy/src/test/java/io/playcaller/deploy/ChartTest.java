package io.playcaller.deploy;

import static io.playcaller.deploy.RenderedChart.at;
import static io.playcaller.deploy.RenderedChart.container;
import static io.playcaller.deploy.RenderedChart.pod;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import io.kubernetes.client.custom.Quantity;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartTest {

    private static final RenderedChart PLAIN = RenderedChart.of(RenderedChart.REQUIRED);
    private static final RenderedChart FULL = RenderedChart.withEverything();

    @Test
    void lints() {
        LintResult result = new Helm(Repository.CHART).lint().call();

        assertThat(result.isFailed())
                .as(String.join("\n", result.getMessages()))
                .isFalse();
    }

    @Test
    void everyObjectIsOneThatKubernetesKnows() {
        PLAIN.objects().forEach(KubernetesSchema::check);
        FULL.objects().forEach(KubernetesSchema::check);
        assertThat(FULL.objects()).hasSizeGreaterThan(PLAIN.objects().size());
    }

    @Test
    void noTwoObjectsHaveOneName() {
        Set<String> names = new HashSet<>();

        FULL.objects()
                .forEach(object -> assertThat(names.add(RenderedChart.kind(object) + "/" + RenderedChart.name(object)))
                        .as(RenderedChart.name(object))
                        .isTrue());
    }

    @Test
    void healthServiceKeepsItsNameAndTheOthersNeedNone() {
        assertThat(names(PLAIN.ofKind("StatefulSet"))).containsExactly("pc-health-service");
        assertThat(names(PLAIN.ofKind("Deployment")))
                .containsExactlyInAnyOrder("pc-console", "pc-usage-ingest", "pc-play-router", "pc-renewal-forecast");
        JsonObject instance = environment(PLAIN.named("StatefulSet", "pc-health-service"))
                .get("PLAYCALLER_HEALTH_CONSUMER_GROUP_INSTANCE_ID");
        assertThat(at(instance, "valueFrom", "fieldRef").get("fieldPath").getAsString())
                .isEqualTo("metadata.name");
    }

    @Test
    void selectorsFindTheirOwnPodsAndNoOthers() {
        Map<String, JsonObject> pods = PLAIN.workloads().stream()
                .collect(Collectors.toMap(
                        RenderedChart::name, workload -> at(workload, "spec", "template", "metadata", "labels")));

        PLAIN.workloads()
                .forEach(workload -> assertSelects(pods, workload, at(workload, "spec", "selector", "matchLabels")));
        PLAIN.ofKind("Service").forEach(service -> assertSelects(pods, service, at(service, "spec", "selector")));
        PLAIN.ofKind("PodDisruptionBudget")
                .forEach(budget -> assertSelects(pods, budget, at(budget, "spec", "selector", "matchLabels")));
        PLAIN.ofKind("NetworkPolicy")
                .forEach(policy -> assertSelects(pods, policy, at(policy, "spec", "podSelector", "matchLabels")));
    }

    @Test
    void requestsStayWithinLimitsAndMemoryIsBoth() {
        PLAIN.workloads().forEach(workload -> {
            JsonObject resources = container(workload).getAsJsonObject("resources");
            JsonObject limits = resources.getAsJsonObject("limits");
            resources.getAsJsonObject("requests").entrySet().forEach(request -> {
                if (limits.has(request.getKey())) {
                    assertThat(quantity(request.getValue()))
                            .as(RenderedChart.name(workload))
                            .isLessThanOrEqualTo(quantity(limits.get(request.getKey())));
                }
            });
            assertThat(resources.getAsJsonObject("requests").has("memory")).isTrue();
            assertThat(limits.has("memory")).isTrue();
        });
    }

    @Test
    void podsHaveNoRightsAndNoToken() {
        FULL.workloads().forEach(workload -> {
            JsonObject pod = pod(workload);
            assertThat(pod.get("automountServiceAccountToken").getAsBoolean()).isFalse();
            assertThat(at(pod, "securityContext").get("runAsNonRoot").getAsBoolean())
                    .isTrue();
            assertThat(at(pod, "securityContext").get("runAsUser").getAsInt()).isEqualTo(1001);
            assertThat(at(pod, "securityContext", "seccompProfile").get("type").getAsString())
                    .isEqualTo("RuntimeDefault");
            JsonObject rights = container(workload).getAsJsonObject("securityContext");
            assertThat(rights.get("readOnlyRootFilesystem").getAsBoolean()).isTrue();
            assertThat(rights.get("allowPrivilegeEscalation").getAsBoolean()).isFalse();
            assertThat(at(rights, "capabilities").getAsJsonArray("drop").toString())
                    .isEqualTo("[\"ALL\"]");
        });
    }

    @Test
    void livenessDoesNotDependOnOthersAndEveryProbeMeetsAPort() {
        PLAIN.workloads().forEach(workload -> {
            JsonObject container = container(workload);
            assertThat(probe(container, "livenessProbe")).isEqualTo("/q/health/live");
            assertThat(probe(container, "readinessProbe")).isEqualTo("/q/health/ready");
            assertThat(probe(container, "startupProbe")).isEqualTo("/q/health/started");
            assertThat(container
                            .getAsJsonArray("ports")
                            .get(0)
                            .getAsJsonObject()
                            .get("name")
                            .getAsString())
                    .isEqualTo("http");
        });
    }

    @Test
    void thereIsTimeToFinishWhatIsInFlight() {
        PLAIN.workloads()
                .forEach(workload -> assertThat(pod(workload)
                                .get("terminationGracePeriodSeconds")
                                .getAsInt())
                        .isGreaterThan(5 + 20));
    }

    @Test
    void aBadReleaseReplacesNoGoodOne() {
        PLAIN.ofKind("Deployment")
                .forEach(deployment -> assertThat(at(deployment, "spec", "strategy", "rollingUpdate")
                                .get("maxUnavailable")
                                .getAsInt())
                        .isZero());
    }

    @Test
    void aDrainMovesOneReplicaAtATime() {
        assertThat(PLAIN.ofKind("PodDisruptionBudget")).hasSize(5);
        PLAIN.ofKind("PodDisruptionBudget")
                .forEach(budget -> assertThat(
                                at(budget, "spec").get("maxUnavailable").getAsInt())
                        .isEqualTo(1));
    }

    @Test
    void noSecretStandsInAnObject() {
        FULL.workloads()
                .forEach(workload -> environment(workload).forEach((name, variable) -> {
                    if (name.matches(".*(PASSWORD|USERNAME|EMAIL|SECRET).*")) {
                        assertThat(at(variable, "valueFrom").has("secretKeyRef"))
                                .as(name)
                                .isTrue();
                    }
                }));
        assertThat(FULL.ofKind("Secret")).isEmpty();
    }

    @Test
    void theConsoleKnowsWhereTheOthersAre() {
        List<String> addresses = environment(workload("console")).entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("PLAYCALLER_CONSOLE_SERVICES_"))
                .map(variable -> variable.getValue().get("value").getAsString())
                .toList();
        List<String> others = DeployedService.all().stream()
                .filter(service -> !service.name().equals("console"))
                .map(service -> "http://pc-" + service.name() + ":" + service.port())
                .toList();

        assertThat(addresses).containsExactlyInAnyOrderElementsOf(others);
    }

    @ParameterizedTest
    @MethodSource("io.playcaller.deploy.DeployedService#names")
    void listensWhereTheServiceListens(String name) {
        int port = DeployedService.of(name).port();

        assertThat(at(PLAIN.named("Service", "pc-" + name), "spec")
                        .getAsJsonArray("ports")
                        .get(0)
                        .getAsJsonObject()
                        .get("port")
                        .getAsInt())
                .isEqualTo(port);
        assertThat(container(workload(name))
                        .getAsJsonArray("ports")
                        .get(0)
                        .getAsJsonObject()
                        .get("containerPort")
                        .getAsInt())
                .isEqualTo(port);
    }

    @ParameterizedTest
    @MethodSource("io.playcaller.deploy.DeployedService#names")
    void everySettingIsOneThatTheServiceKnows(String name) {
        Set<String> known = DeployedService.of(name).environmentNames();
        Set<String> given = new TreeSet<>(environment(workload(name)).keySet());
        given.addAll(at(FULL.named("ConfigMap", "pc-settings"), "data").keySet());
        given.removeAll(known);

        assertThat(given).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.playcaller.deploy.DeployedService#names")
    void entersItsOwnSchemaByBothClients(String name) {
        String schema = DeployedService.of(name).schema();
        Map<String, JsonObject> environment = environment(workload(name));

        assertThat(text(environment, "QUARKUS_DATASOURCE_JDBC_URL"))
                .startsWith("jdbc:postgresql://postgres:5432/playcaller?currentSchema=" + schema + "&");
        assertThat(text(environment, "QUARKUS_DATASOURCE_REACTIVE_URL"))
                .startsWith("postgresql://postgres:5432/playcaller?search_path=" + schema + "&");
    }

    @Test
    void everyServiceEntersTheDatabaseByASecretOfItsOwn() {
        Map<String, String> plain =
                PLAIN.workloads().stream().collect(Collectors.toMap(RenderedChart::name, ChartTest::databaseSecret));

        assertThat(plain.values()).doesNotHaveDuplicates();
        assertThat(plain).containsEntry("pc-play-router", "pc-play-router-database");
        assertThat(databaseSecret(FULL.named("Deployment", "pc-play-router"))).isEqualTo("router-login");
    }

    @Test
    void bothClientsVerifyWhoAnswersUnlessTheyAreToldNotTo() {
        Map<String, JsonObject> verified = environment(PLAIN.named("Deployment", "pc-console"));
        Map<String, JsonObject> believed = environment(
                RenderedChart.of(with(Map.of("postgresql.sslMode", "require"))).named("Deployment", "pc-console"));

        assertThat(text(verified, "QUARKUS_DATASOURCE_JDBC_URL")).contains("sslmode=verify-full&sslrootcert=/etc/");
        assertThat(text(verified, "QUARKUS_DATASOURCE_REACTIVE_URL")).endsWith("&sslmode=verify-full");
        assertThat(text(verified, "QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM"))
                .isEqualTo("HTTPS");
        assertThat(verified).doesNotContainKey("QUARKUS_DATASOURCE_REACTIVE_TRUST_ALL");
        assertThat(text(believed, "QUARKUS_DATASOURCE_REACTIVE_URL")).endsWith("&sslmode=require");
        assertThat(text(believed, "QUARKUS_DATASOURCE_REACTIVE_TRUST_ALL")).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kafka.bootstrapServers",
                "postgresql.host",
                "postgresql.caSecret",
                "redis.hosts",
                "auth.issuer",
                "console.bootstrap.existingSecret"
            })
    void whatIsMissingIsNamed(String key) {
        Map<String, Object> values = with(Map.of());
        values.remove(key);

        assertThatThrownBy(() -> RenderedChart.of(values)).hasMessageContaining(key + " is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka.bootstrapServer", "services.play-roter.replicas", "image.tags"})
    void aMistypedValueIsRefused(String key) {
        assertThatThrownBy(() -> RenderedChart.of(with(Map.of(key, "1"))))
                .hasMessageContaining(key.substring(key.indexOf('.') + 1).split("\\.")[0]);
    }

    @Test
    void aValueOutOfItsRangeIsRefused() {
        assertThatThrownBy(() -> RenderedChart.of(with(Map.of("postgresql.port", 70000))))
                .hasMessageContaining("port");
        assertThatThrownBy(() -> RenderedChart.of(with(Map.of("image.pullPolicy", "Sometimes"))))
                .hasMessageContaining("pullPolicy");
    }

    private static Map<String, Object> with(Map<String, ?> more) {
        Map<String, Object> values = new HashMap<>(RenderedChart.REQUIRED);
        values.putAll(more);
        return values;
    }

    private static JsonObject workload(String service) {
        return FULL.workloads().stream()
                .filter(workload -> RenderedChart.name(workload).equals("pc-" + service))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, JsonObject> environment(JsonObject workload) {
        return StreamSupport.stream(container(workload).getAsJsonArray("env").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .collect(Collectors.toMap(variable -> variable.get("name").getAsString(), variable -> variable));
    }

    private static String databaseSecret(JsonObject workload) {
        Map<String, JsonObject> environment = environment(workload);
        List<String> secrets = Stream.of("QUARKUS_DATASOURCE_USERNAME", "QUARKUS_DATASOURCE_PASSWORD")
                .map(name -> at(environment.get(name), "valueFrom", "secretKeyRef"))
                .map(reference -> reference.get("name").getAsString())
                .distinct()
                .toList();
        assertThat(secrets).hasSize(1);
        return secrets.get(0);
    }

    private static String text(Map<String, JsonObject> environment, String name) {
        return environment.get(name).get("value").getAsString();
    }

    private static List<String> names(List<JsonObject> objects) {
        return objects.stream().map(RenderedChart::name).toList();
    }

    private static String probe(JsonObject container, String kind) {
        JsonObject get = at(container, kind, "httpGet");
        assertThat(get.get("port").getAsString()).isEqualTo("http");
        return get.get("path").getAsString();
    }

    private static BigDecimal quantity(JsonElement text) {
        return Quantity.fromString(text.getAsString()).getNumber();
    }

    /** The selecting object has the name of the one workload that it selects. */
    private static void assertSelects(Map<String, JsonObject> pods, JsonObject selecting, JsonObject selector) {
        List<String> selected = pods.entrySet().stream()
                .filter(pod -> pod.getValue().entrySet().containsAll(selector.entrySet()))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(selected).containsExactly(RenderedChart.name(selecting));
    }
}
