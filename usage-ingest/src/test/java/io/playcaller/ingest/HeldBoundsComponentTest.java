package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.playcaller.ingest.held.HeldEvent;
import io.playcaller.ingest.held.app.HeldEvents;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What waits has bounds, in the table and in memory. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class HeldBoundsComponentTest {

    private static final String FAR_AWAY = "2200-01-01T00:00:00Z";

    @Inject
    HeldEvents held;

    @Test
    void aSourceThatHasNoRoomIsToldSoAtOnce() throws SQLException {
        String key = Held.source("hb-loud");
        Held.track("hb-joe-1", "hb-joe");
        fill("hb-loud", "'{}'", 10_000);
        try {
            usage(key, "hb-loud", "hb-joe-2", "\"userId\":\"hb-joe\"")
                    .statusCode(400)
                    .body("type", equalTo("urn:playcaller:problem:account.unknown"))
                    .body("detail", containsString("at most 10000 events of hb-loud"));
            assertThat(Letters.onTheTopic("hb-joe-2")).hasSize(1);
            // Its claim is gone with it: mended by its sender, it counts.
            usage(key, "hb-loud", "hb-joe-2", "\"accountId\":\"acme\",\"userId\":\"hb-joe\"")
                    .statusCode(200)
                    .body("accepted", equalTo(1));
        } finally {
            Tables.run("delete from held_event where source = 'hb-loud'");
        }
    }

    /** Refused at that moment, it would be a letter, and would flow when its edge comes. */
    @Test
    void whatWaitsAlreadyIsADuplicateAlsoWhileItsSourceHasNoRoom() throws SQLException {
        String key = Held.source("hb-full");
        Held.track("hb-kim-1", "hb-joe");
        fill("hb-full", "'{}'", 10_000);
        try {
            usage(key, "hb-full", "hb-kim-2", "\"userId\":\"hb-joe\"").statusCode(400);

            usage(key, "hb-full", "hb-full-1", "\"userId\":\"hb-joe\"")
                    .statusCode(200)
                    .body("duplicates", equalTo(1));
        } finally {
            Tables.run("delete from held_event where source = 'hb-full'");
        }
    }

    @Test
    void aSourceWhoseBytesAreUsedUpIsToldSoToo() throws SQLException {
        String key = Held.source("hb-heavy");
        Held.track("hb-joe-4", "hb-joe");
        fill("hb-heavy", "repeat('x', 67108864)", 1);
        try {
            usage(key, "hb-heavy", "hb-joe-5", "\"userId\":\"hb-joe\"")
                    .statusCode(400)
                    .body("detail", containsString("at most 67108864 bytes of hb-heavy"));
            assertThat(Letters.onTheTopic("hb-joe-5")).hasSize(1);
        } finally {
            Tables.run("delete from held_event where source = 'hb-heavy'");
        }
    }

    /** Ten of a megabyte each are two sets: each ends with the event that exceeds 4 MB. */
    @Test
    void aSetIsBoundedInBytes() throws SQLException {
        Held.track("hb-large", "hb-leo");
        Tables.run(
                """
                insert into held_event (source, event_id, place, kind, external_id, received_at, held_until, letter,
                                        persons)
                select source, 'hb-large-' || n, place, kind, external_id, received_at, '%s',
                       replace(letter, '"payload":"', '"payload":"' || repeat('x', 1000000)), persons
                from held_event cross join generate_series(1, 10) n where event_id = 'hb-large'""".formatted(FAR_AWAY));
        try {
            List<Integer> sizes = new ArrayList<>();
            List<String> ids = new ArrayList<>();
            long after = Long.parseLong(Tables.value("select seq from held_event where event_id = 'hb-large'"));
            for (List<HeldEvent> set = due(after); !set.isEmpty(); set = due(after)) {
                sizes.add(set.size());
                set.forEach(event -> ids.add(event.key().id()));
                after = set.get(set.size() - 1).seq();
            }

            assertThat(sizes).containsExactly(5, 5);
            assertThat(ids).startsWith("hb-large-1", "hb-large-2").endsWith("hb-large-10");
        } finally {
            Tables.run("delete from held_event where event_id like 'hb-large%'");
        }
    }

    private List<HeldEvent> due(long after) {
        return held.due(Instant.parse(FAR_AWAY), after).await().atMost(SOON).stream()
                .filter(event -> event.key().id().startsWith("hb-large-"))
                .toList();
    }

    /** Lets many of hb-joe's events wait, with a letter that nobody reads. */
    private static void fill(String source, String letter, int events) throws SQLException {
        Tables.run("""
                insert into held_event (source, event_id, place, kind, external_id, received_at, held_until, letter,
                                        persons)
                select '%s', '%s-' || n, 'HTTP', 'USER', 'hb-joe', playcaller_now(),
                       playcaller_now() + interval '1 day', %s, '{}'
                from generate_series(1, %d) n""".formatted(source, source, letter, events));
    }

    private static ValidatableResponse usage(String key, String source, String id, String subject) {
        return Door.as(key)
                .contentType("application/cloudevents+json")
                .body("""
                        {"specversion":"1.0","id":"%s","source":"%s",
                         "type":"io.playcaller.usage.recorded.v1","data":{%s,"event":"Login"}}""".formatted(id, source, subject))
                .post("/v1/events")
                .then();
    }
}
