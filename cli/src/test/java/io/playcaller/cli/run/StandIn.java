package io.playcaller.cli.run;

import com.sun.net.httpserver.HttpServer;
import java.io.Reader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Stands where a service would: reads its configuration, says that it is ready, and lives until it is ended. While there is
 * a file {@code broken} in its directory it cannot start.
 */
public final class StandIn {

    private StandIn() {}

    public static void main(String... arguments) throws Exception {
        if (Files.exists(Path.of("broken"))) {
            System.out.println("the schema is of a newer version");
            System.exit(1);
        }
        Properties config = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("config/application.properties"))) {
            config.load(file);
        }
        int port = Integer.parseInt(config.getProperty("quarkus.http.port"));
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getByName(config.getProperty("quarkus.http.host")), port), 0);
        server.createContext("/q/health/ready", exchange -> {
            byte[] body = "{\"status\":\"UP\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        System.out.println("listens on " + port);
    }
}
