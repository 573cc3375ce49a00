package io.playcaller.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Stands in for health-service and play-router: answers every question with what it was asked, and its streams with one
 * event. No forecast service answers.
 */
public final class TrialServices implements QuarkusTestResourceLifecycleManager {

    private static final String GONE = "playcaller.trial.listeners-gone";
    private static final int PULSE_MILLIS = 50;

    private HttpServer server;
    private ExecutorService threads;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/", TrialServices::answer);
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "playcaller.console.services.health", address,
                "playcaller.console.services.router", address,
                "playcaller.console.services.forecast", "http://127.0.0.1:1",
                "quarkus.http.proxy.proxy-address-forwarding", "true",
                "quarkus.http.proxy.trusted-proxies", "127.0.0.1");
    }

    @Override
    public void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** How many listeners to a stream have gone; a system property, because tests see this class through another loader. */
    static int gone() {
        return Integer.getInteger(GONE, 0);
    }

    private static void talkUntilNobodyListens(OutputStream body) {
        try {
            while (true) {
                body.write(": pulse\n\n".getBytes(StandardCharsets.UTF_8));
                body.flush();
                TimeUnit.MILLISECONDS.sleep(PULSE_MILLIS);
            }
        } catch (IOException nobodyListens) {
            synchronized (System.getProperties()) {
                System.setProperty(GONE, Integer.toString(gone() + 1));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String uri = exchange.getRequestURI().toString();
        String bearer = exchange.getRequestHeaders().getFirst("Authorization");
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (uri.endsWith("/stream")) {
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            body.write(("data: {\"from\":\"" + uri + "\"}\n\n").getBytes(StandardCharsets.UTF_8));
            talkUntilNobodyListens(body);
            return;
        }
        boolean refused = uri.contains("refused");
        String told = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String json =
                "{\"method\":\"%s\",\"uri\":\"%s\",\"bearer\":\"%s\",\"told\":\"%s\",\"key\":\"%s\",\"detail\":\"as asked\"}"
                        .formatted(exchange.getRequestMethod(), uri, bearer, told.replace("\"", "'"), key);
        exchange.getResponseHeaders().add("Content-Type", refused ? "application/problem+json" : "application/json");
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(refused ? 409 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
