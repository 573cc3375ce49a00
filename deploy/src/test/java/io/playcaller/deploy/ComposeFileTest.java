package io.playcaller.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

class ComposeFileTest {

    private static final String TEXT = Repository.read("docker-compose.yml");
    private static final Pattern SECRET = Pattern.compile("PASSWORD|AUTH$|SECRET|KEY|EMAIL");

    private final Map<String, Object> file = map(new Yaml().load(TEXT));
    private final Map<String, Object> services = map(file.get("services"));

    @Test
    void holdsTheBackingServicesAndAllOfOurs() {
        Set<String> expected = new TreeSet<>(DeployedService.NAMES);
        expected.addAll(List.of("kafka", "postgres", "redis"));

        assertThat(services).containsOnlyKeys(expected);
    }

    @Test
    void theBrokerIsOfTheClientsVersion() {
        String pom = Repository.read("pom.xml");
        String version = pom.replaceAll("(?s).*<kafka.server.version>(.*?)</kafka.server.version>.*", "$1");

        assertThat(service("kafka")).containsEntry("image", "apache/kafka:" + version);
    }

    @Test
    void everyImageHasAVersion() {
        services.forEach((name, service) -> assertThat((String) map(service).get("image"))
                .as(name)
                .matches("[a-z/-]+:.+")
                .doesNotContain("latest"));
    }

    @Test
    void nothingListensBeyondThisMachine() {
        services.forEach((name, service) -> assertThat(strings(map(service).getOrDefault("ports", List.of())))
                .as(name)
                .allMatch(port -> port.matches("127\\.0\\.0\\.1:\\d+:\\d+")));
        assertThat(service("postgres")).doesNotContainKey("ports");
        assertThat(service("redis")).doesNotContainKey("ports");
    }

    /** Docker mounts it {@code noexec} unless it is told otherwise: no library could be loaded from it then. */
    @ParameterizedTest
    @MethodSource("io.playcaller.deploy.DeployedService#names")
    void librariesCanBeLoadedFromWhereTheyAreUnpacked(String name) {
        assertThat(strings(service(name).get("tmpfs")))
                .singleElement()
                .satisfies(mount -> assertThat(mount).startsWith("/tmp:").endsWith(",exec"));
    }

    @Test
    void noSecretHasADefault() {
        services.forEach((name, service) -> map(map(service).getOrDefault("environment", Map.of()))
                .forEach((key, value) -> {
                    if (SECRET.matcher(key).find()) {
                        assertThat((String) value).as(name + " " + key).matches("\\$\\{[A-Z_]+:\\?.+}");
                    }
                }));
    }

    @Test
    void everyVolumeIsDeclaredAndEveryDataDirectoryIsOnOne() {
        assertThat(strings(service("kafka").get("volumes"))).contains("kafka:/var/lib/kafka/data");
        assertThat(environment("kafka")).containsEntry("KAFKA_LOG_DIRS", "/var/lib/kafka/data");
        assertThat(strings(service("postgres").get("volumes"))).contains("postgres:/var/lib/postgresql");
        assertThat(map(file.get("volumes"))).containsOnlyKeys("kafka", "postgres");
    }

    @ParameterizedTest
    @MethodSource("io.playcaller.deploy.DeployedService#names")
    void listensWhereTheServiceListens(String name) {
        int port = DeployedService.of(name).port();

        assertThat(strings(service(name).get("ports"))).containsExactly("127.0.0.1:" + port + ":" + port);
        assertThat(strings(map(service(name).get("healthcheck")).get("test")))
                .contains("http://127.0.0.1:" + port + "/q/health/ready");
    }

    @ParameterizedTest
    @MethodSource("io.playcaller.deploy.DeployedService#names")
    void everySettingIsOneThatTheServiceKnows(String name) {
        Set<String> unknown = new TreeSet<>(environment(name).keySet());
        unknown.removeAll(DeployedService.of(name).environmentNames());

        assertThat(unknown).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.playcaller.deploy.DeployedService#names")
    void entersItsOwnSchemaByBothClients(String name) {
        String schema = DeployedService.of(name).schema();

        assertThat(environment(name))
                .containsEntry(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        "jdbc:postgresql://postgres:5432/playcaller?currentSchema=" + schema)
                .containsEntry(
                        "QUARKUS_DATASOURCE_REACTIVE_URL",
                        "postgresql://postgres:5432/playcaller?search_path=" + schema);
    }

    @ParameterizedTest
    @MethodSource("io.playcaller.deploy.DeployedService#names")
    void entersTheDatabaseAsItsOwnUser(String name) {
        DeployedService described = DeployedService.of(name);
        String password = "PLAYCALLER_" + described.schema().toUpperCase(Locale.ROOT) + "_DB_PASSWORD";

        assertThat(environment(name))
                .containsEntry("QUARKUS_DATASOURCE_USERNAME", described.databaseUser())
                .containsEntry("QUARKUS_DATASOURCE_PASSWORD", "${%s:?set %s}".formatted(password, password));
        assertThat(environment("postgres")).containsKey(password);
    }

    @ParameterizedTest
    @MethodSource("io.playcaller.deploy.DeployedService#names")
    void readsOwnFilesFromADirectoryThatIsHere(String name) {
        List<String> mounts = strings(service(name).getOrDefault("volumes", List.of()));

        DeployedService.of(name)
                .filesSetting()
                .ifPresentOrElse(
                        setting -> {
                            assertThat(environment(name)).containsEntry(setting, "/etc/playcaller");
                            assertThat(mounts).containsExactly("./deploy/config/" + name + ":/etc/playcaller:ro");
                            assertThat(Repository.ROOT.resolve("deploy/config/" + name))
                                    .isDirectory();
                        },
                        () -> assertThat(mounts).isEmpty());
    }

    @Test
    void theConsoleBelievesTheProxiesThatAreNamedAndOtherwiseNobodyElse() {
        assertThat(environment("console"))
                .containsEntry("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true")
                .containsEntry("QUARKUS_HTTP_PROXY_TRUSTED_PROXIES", "${PLAYCALLER_TRUSTED_PROXIES:-127.0.0.1}");
    }

    @ParameterizedTest
    @MethodSource("io.playcaller.deploy.DeployedService#names")
    void waitsForWhatItUsesAndForNothingElse(String name) {
        DeployedService described = DeployedService.of(name);
        Map<String, Object> awaited = map(service(name).get("depends_on"));

        assertThat(awaited.containsKey("redis")).isEqualTo(described.uses("quarkus.redis."));
        assertThat(awaited.containsKey("kafka")).isEqualTo(!name.equals("console"));
        assertThat(awaited).containsKey("postgres");
        assertThat(awaited.values()).allMatch(condition -> map(condition).containsValue("service_healthy"));
    }

    @ParameterizedTest
    @MethodSource("io.playcaller.deploy.DeployedService#names")
    void runsWithoutRightsOnAReadOnlyDisk(String name) {
        assertThat(service(name))
                .containsEntry("user", "1001:1001")
                .containsEntry("read_only", true)
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("security_opt", List.of("no-new-privileges:true"));
    }

    @Test
    void theConsoleKnowsWhereTheOthersAre() {
        List<String> addresses = environment("console").entrySet().stream()
                .filter(setting -> setting.getKey().startsWith("PLAYCALLER_CONSOLE_SERVICES_"))
                .map(setting -> (String) setting.getValue())
                .toList();
        List<String> others = DeployedService.all().stream()
                .filter(service -> !service.name().equals("console"))
                .map(service -> "http://" + service.name() + ":" + service.port())
                .toList();

        assertThat(addresses).containsExactlyInAnyOrderElementsOf(others);
    }

    @ParameterizedTest
    @MethodSource("io.playcaller.deploy.DeployedService#names")
    void isBuiltFromItsOwnModule(String name) {
        Map<String, Object> build = map(service(name).get("build"));

        assertThat(build).containsEntry("dockerfile", "deploy/Dockerfile").containsEntry("context", ".");
        assertThat(map(build.get("args"))).containsEntry("SERVICE", name);
        assertThat(Repository.ROOT.resolve(name).resolve("pom.xml")).exists();
    }

    private Map<String, Object> service(String name) {
        return map(services.get(name));
    }

    private Map<String, Object> environment(String name) {
        return map(service(name).get("environment"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<String> strings(Object value) {
        return (List<String>) value;
    }
}
