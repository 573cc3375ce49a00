package io.playcaller.ingest.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final Instant ERASED = Instant.parse("2026-03-01T09:00:00Z");
    private static final Places PLACES = new Places(Duration.ofDays(32), Duration.ofDays(16));

    private static final Map<Topic, Duration> BOUNDED = Map.of(
            Topic.PEOPLE, Duration.ofDays(7),
            Topic.USAGE_EVENTS, Duration.ofDays(21),
            Topic.SUPPORT_EVENTS, Duration.ofDays(21),
            Topic.DEAD_LETTERS, Duration.ofDays(21),
            Topic.CUSTOMER_EVENTS, Duration.ofDays(407));

    @Test
    void whatExpiresSaysWhen() {
        List<Line> lines = others(BOUNDED);

        assertThat(line(lines, "topic usage-events").until()).isEqualTo("2026-03-22T09:00:00Z");
        assertThat(line(lines, "table letter_erasure").until()).isEqualTo("2026-03-17T09:00:00Z");
        assertThat(line(lines, "Redis").until()).isEqualTo("2026-04-02T09:00:00Z");
        assertThat(line(lines, "topic customer-events").did()).isEqualTo(Did.PSEUDONYMOUS);
        assertThat(lines)
                .filteredOn(line -> line.did() == Did.EXPIRES)
                .allSatisfy(line -> assertThat(line.until()).isNotNull());
    }

    @Test
    void aTopicThatKeepsWithoutEndIsAMatterForPeople() {
        Map<Topic, Duration> kept = new EnumMap<>(BOUNDED);
        kept.remove(Topic.SUPPORT_EVENTS);

        Line raw = line(others(kept), "topic support-events");

        assertThat(raw.did()).isEqualTo(Did.BY_HAND);
        assertThat(raw.until()).isNull();
        assertThat(raw.note()).contains("keeps it without end");
    }

    @Test
    void tombstonesSayWhereTheyStandAndWhenWhatTheyDeleteIsGone() {
        Line bounded = line(others(BOUNDED), "topic people");
        assertThat(bounded.did()).isEqualTo(Did.TOMBSTONED);
        assertThat(bounded.count()).isEqualTo(3);
        assertThat(bounded.until()).isEqualTo("2026-03-08T09:00:00Z");
        assertThat(bounded.note()).contains("partition 1 before offset 17, partition 4 before offset 9");

        Map<Topic, Duration> kept = new EnumMap<>(BOUNDED);
        kept.remove(Topic.PEOPLE);
        Line unbounded = line(others(kept), "topic people");
        assertThat(unbounded.until()).isNull();
        assertThat(unbounded.note()).contains("max.compaction.lag.ms");
    }

    /** play-router writes to people of customers: it has their names and addresses, and tells them to a marketing tool. */
    @Test
    void whoMayBeWrittenToIsNamedInTheRouterAndWhereItsMessagesWent() {
        List<Line> lines = others(BOUNDED);

        Line kept = lines.stream()
                .filter(line -> line.place().startsWith("play-router, tables contact"))
                .findFirst()
                .orElseThrow();
        assertThat(kept.did()).isEqualTo(Did.TOMBSTONED);
        assertThat(kept.note()).contains("name and address");
        assertThat(line(lines, "letters and marketing tools").did()).isEqualTo(Did.BY_HAND);
    }

    private static List<Line> others(Map<Topic, Duration> kept) {
        return PLACES.others(ERASED, 3, new Standing(kept, new TreeMap<>(Map.of(4, 9L, 1, 17L))));
    }

    private static Line line(List<Line> lines, String place) {
        return lines.stream()
                .filter(line -> line.place().equals(place))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line for " + place));
    }
}
