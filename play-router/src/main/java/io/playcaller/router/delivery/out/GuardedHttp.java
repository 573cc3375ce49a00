package io.playcaller.router.delivery.out;

import io.playcaller.router.delivery.Receipt;
import io.playcaller.router.delivery.TargetGuard;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientResponse;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * HTTP to a tool, only where the guard allows: the address that was checked is the one that is connected to, and redirects
 * are not followed. Answers are read up to 1 MB.
 */
public final class GuardedHttp {

    private static final String JSON = "application/json";
    private static final int SECURE_PORT = 443;
    private static final int PLAIN_PORT = 80;
    private static final int LONGEST_ANSWER = 1_048_576;
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final HttpClient client;
    private final TargetGuard guard;
    private final String setting;
    private final Duration timeout;
    private final Consumer<Answer> listener;

    /**
     * A client of its own, with its own connections.
     *
     * @param setting names the setting that could allow an address, for those who read why it was not connected to
     * @param timeout after which a silent connection is dropped
     */
    public GuardedHttp(Vertx vertx, List<String> allow, String setting, int connections, Duration timeout) {
        this(
                vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(connections)),
                new TargetGuard(allow),
                setting,
                timeout,
                answer -> {});
    }

    /**
     * The same to one tool that is told names and may act for us: only where nobody can read along.
     *
     * @param settings prefix of the tool's settings
     * @throws IllegalArgumentException when its address is not {@code https} and not one that {@code allow} names
     */
    public static GuardedHttp inPrivate(
            Vertx vertx, String settings, URI url, List<String> allow, int connections, Duration timeout) {
        new TargetGuard(allow).requirePrivate(settings + ".url", url, "or allow its host in " + settings + ".allow");
        return new GuardedHttp(vertx, allow, settings + ".allow", connections, timeout);
    }

    private GuardedHttp(
            HttpClient client, TargetGuard guard, String setting, Duration timeout, Consumer<Answer> listener) {
        this.client = client;
        this.guard = guard;
        this.setting = setting;
        this.timeout = timeout;
        this.listener = listener;
    }

    /** The same client, each of whose answers {@code other} hears. */
    public GuardedHttp heardBy(Consumer<Answer> other) {
        return new GuardedHttp(client, guard, setting, timeout, other);
    }

    /** What is sent; an empty body is none. Never shows its headers, which hold secrets, nor its body, which names people. */
    public record Request(HttpMethod method, URI to, Map<String, String> headers, String body) {

        /** JSON, for JSON. */
        public static Request json(HttpMethod method, URI to, String authorization, String body) {
            return new Request(
                    method, to, Map.of("authorization", authorization, "content-type", JSON, "accept", JSON), body);
        }

        @Override
        public String toString() {
            return method + " " + to.getScheme() + "://" + to.getRawAuthority() + to.getRawPath();
        }
    }

    /** What came back. */
    public record Answer(int status, Map<String, String> headers, String body) {

        /** In whole seconds; a date is not read. */
        public Optional<Duration> retryAfter() {
            return Optional.ofNullable(headers.get("retry-after"))
                    .filter(text -> text.matches("\\d{1,6}"))
                    .map(text -> Duration.ofSeconds(Long.parseLong(text)));
        }

        /** What it comes to by its status alone. */
        public Receipt receipt() {
            return Receipt.of(status, retryAfter());
        }

        public boolean isFine() {
            return status >= 200 && status < 300;
        }
    }

    /** Fails when no answer came. */
    public Uni<Answer> send(Request request) {
        return address(request.to())
                .chain(address -> client.request(options(request, address)))
                .chain(open -> open.send(Buffer.buffer(request.body())))
                .chain(GuardedHttp::answer)
                .invoke(listener);
    }

    private Uni<InetAddress> address(URI to) {
        return Uni.createFrom()
                .item(() -> resolve(to.getHost()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .map(addresses -> guard.reachable(to.getHost(), addresses)
                        .orElseThrow(() -> new IllegalStateException(
                                to.getHost() + " is not on the public net; " + setting + " could allow it")));
    }

    private static List<InetAddress> resolve(String host) {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("there is no host " + host, e);
        }
    }

    private RequestOptions options(Request request, InetAddress address) {
        URI to = request.to();
        boolean secure = "https".equals(to.getScheme());
        int port = to.getPort() > 0 ? to.getPort() : secure ? SECURE_PORT : PLAIN_PORT;
        RequestOptions options = new RequestOptions()
                .setMethod(request.method())
                .setAbsoluteURI(to.toString())
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setFollowRedirects(false)
                .setConnectTimeout(timeout.toMillis())
                .setIdleTimeout(timeout.plus(GRACE).toMillis());
        request.headers().forEach(options::putHeader);
        return options;
    }

    private static Uni<Answer> answer(HttpClientResponse response) {
        Buffer body = Buffer.buffer();
        return response.toMulti()
                .invoke(part -> append(body, part))
                .collect()
                .last()
                .onFailure()
                .invoke(failure -> response.request().reset())
                .map(last -> new Answer(response.statusCode(), headers(response), body.toString()));
    }

    private static void append(Buffer body, Buffer part) {
        if (body.length() + part.length() > LONGEST_ANSWER) {
            throw new IllegalStateException("the answer is longer than " + LONGEST_ANSWER + " bytes");
        }
        body.appendBuffer(part);
    }

    private static Map<String, String> headers(HttpClientResponse response) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        response.headers().names().forEach(name -> headers.put(name, response.getHeader(name)));
        return headers;
    }
}
