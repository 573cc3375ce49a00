package io.playcaller.cli.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Installation;
import io.playcaller.cli.http.Http;
import io.playcaller.cli.http.Session;
import io.playcaller.cli.http.Url;
import io.playcaller.quickstart.Service;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rebuilds of a running health-service, over HTTP. */
final class RebuildDoor {

    private static final String PATH = "/v1/rebuild";

    /** What is asked of a run, as the service reads it. */
    record Ask(String reason, boolean goOn, boolean switchOver, List<String> accept) {}

    private final Session session;

    private RebuildDoor(Session session) {
        this.session = session;
    }

    static RebuildDoor of(Installation here) {
        return new RebuildDoor(Session.open(here, new Http()));
    }

    JsonNode begin(Ask ask) {
        return session.post(Service.HEALTH_SERVICE, PATH, ask).orRefused(Service.HEALTH_SERVICE);
    }

    JsonNode newest() {
        return session.get(Service.HEALTH_SERVICE, PATH).orRefused(Service.HEALTH_SERVICE);
    }

    JsonNode abandon() {
        return session.delete(Service.HEALTH_SERVICE, PATH).orRefused(Service.HEALTH_SERVICE);
    }

    /** @param reason null for all */
    JsonNode differences(@Nullable String reason, int limit) {
        String only = reason == null ? "" : "&reason=" + Url.part(reason);
        return session.get(Service.HEALTH_SERVICE, PATH + "/differences?limit=" + limit + only)
                .orRefused(Service.HEALTH_SERVICE);
    }
}
