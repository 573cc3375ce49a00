package io.playcaller.ingest.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.deadletter.Place;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WayTest {

    @Test
    void whatCameThroughADoorGoesThroughItAgain() {
        assertThat(way(Place.HTTP, "web", Map.of())).isEqualTo(new Way.ThroughTheDoor("web"));
        assertThat(way(Place.KAFKA, "usage-events", Map.of("topic", "usage-events")))
                .isEqualTo(new Way.ThroughTheDoor("usage-events"));
        assertThat(why(way(Place.HTTP, null, Map.of()))).contains("who sent it");
    }

    @Test
    void aSignalIsWrittenAgainWhereItStands() {
        assertThat(way(Place.ROUTER, "x", Map.of("topic", "p-signals", "partition", "3", "offset", "12")))
                .isEqualTo(new Way.Again("p-signals", 3, 12));
        assertThat(way(Place.FORECAST, "x", Map.of("topic", "p-signals", "partition", "0", "offset", "7")))
                .isEqualTo(new Way.Again("p-signals", 0, 7));
        assertThat(why(way(Place.ROUTER, "x", Map.of("topic", "p-signals")))).contains("where in p-signals");
    }

    @Test
    void aCopyThatCouldHideANewerRecordIsNotWritten() {
        assertThat(why(way(Place.ROUTER, "x", Map.of("topic", "p-health-changes", "partition", "3", "offset", "1"))))
                .contains("compacted");
        assertThat(why(way(Place.FORECAST, "x", Map.of("topic", "p-account-register"))))
                .contains("compacted");
    }

    @Test
    void aRecordOfTheRegisterIsPutAgainByItsWriter() {
        assertThat(why(way(Place.REGISTER, "crm", Map.of("path", "/v1/accounts/acme"))))
                .contains("take back what was written since");
    }

    @Test
    void aFactOfTheLogStaysTheOnlyOne() {
        assertThat(why(way(Place.HEALTH, "web", Map.of())))
                .contains("customer-events")
                .contains("count twice");
        assertThat(way(Place.UNKNOWN, "x", Map.of()).leads()).isFalse();
    }

    private static Way way(Place place, @Nullable String source, Map<String, String> attributes) {
        DeadLetter letter = new DeadLetter(
                "l1",
                place,
                source,
                "r",
                "d",
                null,
                null,
                null,
                Instant.EPOCH,
                "application/json",
                "{}",
                false,
                attributes);
        return Way.of(letter, "p-signals");
    }

    private static String why(Way way) {
        return ((Way.None) way).why();
    }
}
