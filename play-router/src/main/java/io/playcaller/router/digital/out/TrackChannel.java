package io.playcaller.router.digital.out;

import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.router.config.PlayRouterConfig;
import io.playcaller.router.config.TrackConfig;
import io.playcaller.router.delivery.TargetGuard;
import io.playcaller.router.delivery.out.GuardedHttp;
import io.playcaller.router.delivery.out.GuardedHttp.Answer;
import io.playcaller.router.delivery.out.GuardedHttp.Request;
import io.playcaller.router.delivery.out.Needed;
import io.playcaller.router.digital.ChannelKind;
import io.playcaller.router.digital.Parcel;
import io.playcaller.router.digital.SendResult;
import io.playcaller.router.digital.app.MessageChannel;
import io.playcaller.router.store.Columns;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Tells a marketing tool in the shape of Segment's {@code track} whom to write to and what; it writes by itself. */
@ApplicationScoped
@Startup
public class TrackChannel implements MessageChannel {

    private static final String SETTINGS = "playcaller.router.digital.track";
    private static final int CONNECTIONS = 10;
    private static final int TOO_MANY = 429;
    private static final int TIMED_OUT = 408;
    private static final int SERVER_FAULT = 500;

    private final TrackConfig config;
    private final BusinessClock clock;
    private final GuardedHttp http;

    TrackChannel(PlayRouterConfig config, BusinessClock clock, Vertx vertx) {
        this.config = config.digital().track();
        this.clock = clock;
        this.http = new GuardedHttp(
                vertx, this.config.allow().orElse(List.of()), SETTINGS + ".allow", CONNECTIONS, this.config.timeout());
        this.config.url().ifPresent(url -> check(this.config, url));
    }

    /** Names and addresses of people go there, so nobody may read along. */
    private static void check(TrackConfig config, URI url) {
        Needed.by(SETTINGS + ".url")
                .isThere(SETTINGS + ".write-key", config.writeKey())
                .check();
        new TargetGuard(config.allow().orElse(List.of()))
                .requirePrivate(SETTINGS + ".url", url, "or allow its host in " + SETTINGS + ".allow");
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.TRACK;
    }

    @Override
    public boolean isReady() {
        return config.url().isPresent();
    }

    @Override
    public Duration timeout() {
        return config.timeout();
    }

    @Override
    public Uni<SendResult> send(Parcel parcel) {
        URI url = config.url().orElseThrow();
        String key = config.writeKey().orElseThrow() + ":";
        String basic = Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
        Map<String, String> headers = Map.of("content-type", "application/json", "authorization", "Basic " + basic);
        String body = Columns.json(TrackCall.of(parcel, clock.instant()));
        return http.send(new Request(HttpMethod.POST, url, headers, body)).map(TrackChannel::result);
    }

    private static SendResult result(Answer answer) {
        if (answer.isFine()) {
            return new SendResult.Sent();
        }
        String because = "answered with " + answer.status();
        boolean later = answer.status() == TOO_MANY || answer.status() == TIMED_OUT || answer.status() >= SERVER_FAULT;
        return later ? new SendResult.NotTaken(because, answer.retryAfter()) : new SendResult.Refused(because);
    }
}
