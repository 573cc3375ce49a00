package io.playcaller.cli.bench;

import io.playcaller.bench.Door;
import io.playcaller.cli.Installation;
import io.playcaller.cli.Refused;
import io.playcaller.cli.http.Answer;
import io.playcaller.cli.http.Http;
import io.playcaller.cli.http.Session;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.Part;
import io.playcaller.quickstart.RunState;
import io.playcaller.quickstart.Service;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The door of the installation that runs here, with a source that may send as fast as it can. */
final class MeasuredDoor {

    private static final Map<String, Object> SOURCE = Map.of(
            "name",
            "bench",
            "feeds",
            List.of("usage"),
            "scopes",
            List.of("events"),
            "quietAfter",
            "P3650D",
            "eventsPerSecond",
            1_000_000);

    private MeasuredDoor() {}

    /** @throws Refused when nothing runs, or no source can be made */
    static Door of(Home home) {
        Installation here = Installation.running(home);
        Answer source = Session.open(here, new Http()).post(Service.USAGE_INGEST, "/v1/sources", SOURCE);
        if (!source.ok()) {
            throw new Refused("usage-ingest makes no source to measure with: " + source.detail());
        }
        return new Door(
                URI.create(here.settings().url(Service.USAGE_INGEST)),
                source.body().path("writeKey").asText(),
                pid(home));
    }

    private static long pid(Home home) {
        return RunState.read(home.runState()).stream()
                .flatMap(state -> state.parts().stream())
                .filter(part -> part.name().equals(Service.USAGE_INGEST.module()))
                .mapToLong(Part::pid)
                .findFirst()
                .orElseThrow(() -> new Refused("no usage-ingest runs here; see ./playcaller status"));
    }

    /** @throws Refused when the option is out of its bounds */
    static void require(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new Refused("%s must be between 1 and %d, is %d".formatted(option, most, value));
        }
    }
}
