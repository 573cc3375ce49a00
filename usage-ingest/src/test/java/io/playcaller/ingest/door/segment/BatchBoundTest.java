package io.playcaller.ingest.door.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.ingest.door.ReadBody;
import io.playcaller.ingest.door.privacy.PropertyFilter;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** How many events one request may bring. */
class BatchBoundTest {

    private static final String EVENT = "{\"type\":\"track\",\"userId\":\"u\",\"event\":\"L\"}";

    private final SegmentReader reader = new SegmentReader(32_768, 2);

    @Test
    void aBatchMayHaveThatManyEvents() {
        assertThat(batch(2).items(PropertyFilter.NONE)).hasSize(2).allMatch(item -> item.draft() instanceof Step.Kept);
    }

    @Test
    void oneEventMoreAndTheWholeIsOneRefusedItem() {
        ReadBody three = batch(3);

        assertThat(three.batch()).isFalse();
        assertThat(three.items(PropertyFilter.NONE))
                .singleElement()
                .satisfies(whole -> assertThat(whole.draft())
                        .isEqualTo(
                                Step.refused(Refusal.field("batch.too-many", "/batch", "at most 2 events", "more"))));
    }

    /** Browsers write it behind their events. */
    @Test
    void whoSentTooManyIsKnownByTheKeyBehindThem() {
        assertThat(batch(5).writeKey()).contains("the key");
    }

    @Test
    void whatStandsBehindTooManyIsNotDroppedInSilence() {
        ReadBody read = reader.batch(utf8(body(3) + "{}"));

        assertThat(read.items(PropertyFilter.NONE))
                .singleElement()
                .satisfies(whole -> assertThat(
                                ((Step.Refused<?>) whole.draft()).refusal().code())
                        .isEqualTo("json.unreadable"));
    }

    private ReadBody batch(int events) {
        return reader.batch(utf8(body(events)));
    }

    private static String body(int events) {
        return "{\"batch\":[" + String.join(",", Collections.nCopies(events, EVENT)) + "],\"writeKey\":\"the key\"}";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
