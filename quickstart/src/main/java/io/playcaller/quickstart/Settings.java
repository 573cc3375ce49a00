package io.playcaller.quickstart;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The ports of an installation. They are kept from one start to the next, so that every command finds its services.
 *
 * @param services the HTTP port of each service
 */
public record Settings(Map<Service, Integer> services, int kafkaPort, int postgresPort, int redisPort) {

    private static final int HIGHEST_PORT = 65_535;

    public Settings {
        services = Map.copyOf(services);
    }

    public static Settings defaults() {
        Map<Service, Integer> ports = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            ports.put(service, service.defaultPort());
        }
        return new Settings(ports, 19_092, 15_432, 16_379);
    }

    /** As kept in {@code file}; the defaults where it says nothing. */
    public static Settings load(Path file) {
        Settings settings = defaults();
        if (!Files.exists(file)) {
            return settings;
        }
        Properties kept = new Properties();
        try {
            kept.load(new StringReader(Files.readString(file)));
        } catch (IOException e) {
            throw new QuickstartException("cannot read %s: %s; mend or remove it".formatted(file, e.getMessage()), e);
        }
        for (String name : kept.stringPropertyNames()) {
            settings = settings.with(name, number(file, name, kept.getProperty(name)));
        }
        return settings;
    }

    private static int number(Path file, String name, String value) {
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw new QuickstartException(
                    "%s: %s must be a port, is %s; mend or remove the line".formatted(file, name, value), e);
        }
    }

    public int port(Service service) {
        return services.getOrDefault(service, service.defaultPort());
    }

    /** The address of a service, for people and programs. */
    public String url(Service service) {
        return "http://localhost:" + port(service);
    }

    /** With one port changed; {@code name} is that of {@link #ports()}. */
    public Settings with(String name, int port) {
        if (port < 1 || port > HIGHEST_PORT) {
            throw new QuickstartException(
                    "%s-port must be between 1 and %d, is %d".formatted(name, HIGHEST_PORT, port));
        }
        return switch (name) {
            case "kafka" -> new Settings(services, port, postgresPort, redisPort);
            case "postgres" -> new Settings(services, kafkaPort, port, redisPort);
            case "redis" -> new Settings(services, kafkaPort, postgresPort, port);
            default -> withService(name, port);
        };
    }

    private Settings withService(String name, int port) {
        Service service = Service.ofModule(name)
                .orElseThrow(() -> new QuickstartException("no part is called %s; there are %s"
                        .formatted(name, String.join(", ", defaults().ports().keySet()))));
        Map<Service, Integer> ports = new EnumMap<>(services);
        ports.put(service, port);
        return new Settings(ports, kafkaPort, postgresPort, redisPort);
    }

    /** All ports by the name of their part, which with {@code --…-port} is the option that sets it. */
    public Map<String, Integer> ports() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            ports.put(service.module(), port(service));
        }
        ports.put("kafka", kafkaPort);
        ports.put("postgres", postgresPort);
        ports.put("redis", redisPort);
        return ports;
    }

    public void save(Path file) {
        StringBuilder text = new StringBuilder("# Ports on loopback; set with ./playcaller up --<name>-port\n");
        new TreeMap<>(ports())
                .forEach((name, port) ->
                        text.append(name).append('=').append(port).append('\n'));
        Home.writePrivately(file, text.toString());
    }
}
