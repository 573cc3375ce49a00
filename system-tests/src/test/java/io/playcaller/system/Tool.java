package io.playcaller.system;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A tool that takes tasks by webhook, and counts what it gets: what is sent again, since its answer was not heard in time, once. */
final class Tool implements AutoCloseable {

    private final Set<String> received = ConcurrentHashMap.newKeySet();
    private final HttpServer server;

    Tool() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            received.add(exchange.getRequestHeaders().getFirst("webhook-id"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    int received() {
        return received.size();
    }

    /** What connects play-router with it. */
    Map<String, String> environment() {
        return Map.of(
                "PLAYCALLER_ROUTER_WEBHOOK_URL",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/tasks",
                "PLAYCALLER_ROUTER_WEBHOOK_SECRET",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "PLAYCALLER_ROUTER_WEBHOOK_ALLOW",
                "127.0.0.0/8");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
