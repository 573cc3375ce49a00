package io.playcaller.console.relay.out;

import io.playcaller.console.config.ConsoleConfig;
import io.playcaller.console.relay.Answer;
import io.playcaller.console.relay.Backend;
import io.playcaller.console.relay.ServerSentEvents;
import io.playcaller.console.relay.app.Backends;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;

/** Calls services over HTTP. Streams have connections of their own, so that they never keep a question waiting. */
@ApplicationScoped
public class HttpBackends implements Backends {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int CONNECT_MILLIS = 2_000;
    private static final int QUESTIONS_AT_ONCE = 64;
    private static final int LISTENERS_AT_ONCE = 1_000;

    private final HttpClient questions;
    private final HttpClient streams;
    private final ConsoleConfig.Services services;

    HttpBackends(Vertx vertx, ConsoleConfig config) {
        this.questions = client(vertx, QUESTIONS_AT_ONCE);
        this.streams = client(vertx, LISTENERS_AT_ONCE);
        this.services = config.services();
    }

    @Override
    public Uni<Answer> ask(Question question) {
        return questions
                .request(options(question, "application/json"))
                .chain(request -> question.json() == null ? request.send() : request.send(question.json()))
                .chain(response -> response.body().map(body -> answer(response, body)))
                .ifNoItem()
                .after(PATIENCE)
                .fail();
    }

    @Override
    public Multi<String> listen(Question question) {
        ServerSentEvents events = new ServerSentEvents();
        return streams.request(options(question, "text/event-stream"))
                .chain(HttpClientRequest::send)
                .onItem()
                .transformToMulti(response -> opened(response, question.backend()))
                .onItem()
                .transformToMultiAndConcatenate(chunk -> Multi.createFrom().iterable(events.read(chunk.getBytes())));
    }

    /** Whoever stops listening frees the connection, or the service would go on talking to nobody. */
    private static Multi<Buffer> opened(HttpClientResponse response, Backend backend) {
        return response.statusCode() == 200
                ? response.toMulti()
                        .onTermination()
                        .invoke(() -> response.request().reset())
                : Multi.createFrom()
                        .failure(new IllegalStateException(
                                backend.key() + " answered " + response.statusCode() + " to a listener"));
    }

    private RequestOptions options(Question question, String accept) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(question.method()))
                .setAbsoluteURI(address(question.backend()).resolve("/") + question.path())
                .putHeader("Accept", accept)
                .putHeader("Authorization", "Bearer " + question.bearer());
        if (question.key() != null) {
            options.putHeader(IDEMPOTENCY_KEY, question.key());
        }
        return question.json() == null ? options : options.putHeader("Content-Type", "application/json");
    }

    private URI address(Backend backend) {
        return switch (backend) {
            case INGEST -> services.ingest();
            case HEALTH -> services.health();
            case ROUTER -> services.router();
            case FORECAST -> services.forecast();
        };
    }

    private static Answer answer(HttpClientResponse response, Buffer body) {
        return new Answer(
                response.statusCode(),
                response.getHeader("Content-Type"),
                response.getHeader("Retry-After"),
                body.getBytes());
    }

    private static HttpClient client(Vertx vertx, int connections) {
        return vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setMaxPoolSize(connections)
                .setDecompressionSupported(true));
    }
}
