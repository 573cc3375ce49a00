package io.playcaller.bench.timer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A tool on this machine that takes every webhook at once, and remembers when the first about each account came. */
final class WebhookReceiver implements AutoCloseable {

    /** A secret of Standard Webhooks; what is signed with it is not verified here. */
    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYqr";

    private static final Pattern ACCOUNT = Pattern.compile("\"accountId\"\\s*:\\s*\"([^\"]+)\"");
    private static final int THREADS = 16;
    private static final int NO_BODY = -1;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Map<String, Instant> first = new ConcurrentHashMap<>();

    WebhookReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    /** When the first message about each account came. */
    Map<String, Instant> received() {
        return first;
    }

    private void take(HttpExchange exchange) throws IOException {
        Instant now = Instant.now();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(204, NO_BODY);
        exchange.close();
        Matcher account = ACCOUNT.matcher(body);
        if (account.find()) {
            first.putIfAbsent(account.group(1), now);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
