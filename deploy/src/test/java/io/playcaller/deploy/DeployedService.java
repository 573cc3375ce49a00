package io.playcaller.deploy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One service as its own module describes it: the truth that compose file and chart are compared with. */
record DeployedService(String name, Properties properties, SettingsInCode code) {

    static final List<String> NAMES =
            List.of("console", "usage-ingest", "health-service", "play-router", "renewal-forecast");

    private static final Map<String, DeployedService> READ = new ConcurrentHashMap<>();
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([\\w.\\-\"]+)");
    private static final Pattern SCHEMA = Pattern.compile("currentSchema=(\\w+)");

    /** Framework settings that stand in no file of ours, each with what needs it. */
    private static final Set<String> FRAMEWORK = Set.of(
            "quarkus.http.host",
            "quarkus.mailer.host",
            "quarkus.http.proxy.proxy-address-forwarding",
            "quarkus.http.proxy.trusted-proxies",
            "quarkus.shutdown.delay",
            "quarkus.datasource.username",
            "quarkus.datasource.password",
            "quarkus.datasource.jdbc.url",
            "quarkus.datasource.reactive.url",
            "quarkus.datasource.reactive.trust-certificate-pem",
            "quarkus.datasource.reactive.trust-certificate-pem.certs",
            "quarkus.datasource.reactive.hostname-verification-algorithm",
            "quarkus.datasource.reactive.trust-all",
            "quarkus.redis.hosts",
            "quarkus.redis.password",
            "kafka.bootstrap.servers",
            "kafka.security.protocol");

    static List<DeployedService> all() {
        return NAMES.stream().map(DeployedService::of).toList();
    }

    static DeployedService of(String name) {
        return READ.computeIfAbsent(name, DeployedService::read);
    }

    private static DeployedService read(String name) {
        Properties properties = new Properties();
        Path module = Repository.ROOT.resolve(name);
        properties.putAll(propertiesOf(
                Repository.ROOT.resolve("chassis/src/main/resources/META-INF/microprofile-config.properties")));
        properties.putAll(propertiesOf(module.resolve("src/main/resources/application.properties")));
        return new DeployedService(
                name,
                properties,
                SettingsInCode.of(
                        module.resolve("target/classes"),
                        Repository.ROOT.resolve("chassis/target/classes"),
                        Repository.ROOT.resolve("outbox/target/classes")));
    }

    int port() {
        return Integer.parseInt(setting("quarkus.http.port").replaceFirst("^\\$\\{[^:]+:(\\d+)}$", "$1"));
    }

    String schema() {
        Matcher matcher = SCHEMA.matcher(setting("quarkus.datasource.jdbc.url"));
        if (!matcher.find()) {
            throw new AssertionError(name + ": quarkus.datasource.jdbc.url names no currentSchema");
        }
        return matcher.group(1);
    }

    /** Its user of PostgreSQL. */
    String databaseUser() {
        return "playcaller_" + schema();
    }

    /** The scripts that make its tables, in the order in which Flyway runs them. */
    List<Path> migrations() {
        return Stream.of(setting("quarkus.flyway.locations").split(","))
                .flatMap(location -> Stream.of("chassis", "outbox", name)
                        .map(module -> Repository.ROOT.resolve(module + "/src/main/resources/" + location)))
                .filter(Files::isDirectory)
                .flatMap(DeployedService::scripts)
                .sorted(Comparator.comparing(DeployedService::version))
                .toList();
    }

    private static Stream<Path> scripts(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code V1_2__what.sql} as 1.002. */
    private static double version(Path script) {
        String[] parts = script.getFileName()
                .toString()
                .replaceFirst("^V(\\d+_\\d+)__.*$", "$1")
                .split("_");
        return Integer.parseInt(parts[0]) + Integer.parseInt(parts[1]) / 1000.0;
    }

    /** The environment name of the setting that says where own files are; of a service that reads any. */
    Optional<String> filesSetting() {
        return code.keys().stream()
                .filter(key -> key.endsWith(".config-dir") || key.endsWith(".model-dir"))
                .map(DeployedService::environmentName)
                .findFirst();
    }

    /** Paths that its table of endpoints and roles names; the short ones of browsers by their letters. */
    List<String> paths() {
        return Repository.read(name + "/src/test/resources/endpoint-roles.csv")
                .lines()
                .skip(1)
                .map(line -> line.split(",")[1])
                .flatMap(path ->
                        path.equals("/{letter}") ? Stream.of("/t", "/i", "/g", "/p", "/s", "/a") : Stream.of(path))
                .toList();
    }

    boolean uses(String prefix) {
        return properties.stringPropertyNames().stream().anyMatch(key -> key.startsWith(prefix));
    }

    /** The environment names of all that can be set. */
    Set<String> environmentNames() {
        Set<String> keys = new HashSet<>(FRAMEWORK);
        keys.addAll(code.keys());
        properties.forEach((key, value) -> {
            keys.add(((String) key).replaceFirst("^%\\w+\\.", ""));
            Matcher matcher = EXPRESSION.matcher((String) value);
            while (matcher.find()) {
                keys.add(matcher.group(1));
            }
        });
        return keys.stream().map(DeployedService::environmentName).collect(Collectors.toSet());
    }

    /** MicroProfile Config, "Environment Variables Mapping Rules". */
    static String environmentName(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private String setting(String key) {
        String value = properties.getProperty("%prod." + key, properties.getProperty(key));
        if (value == null) {
            throw new AssertionError(name + ": application.properties does not set " + key);
        }
        return value;
    }

    private static Map<String, String> propertiesOf(Path file) {
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(Files.readString(file)));
            return properties.stringPropertyNames().stream()
                    .collect(Collectors.toMap(key -> key, properties::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> names() {
        return NAMES.stream();
    }
}
