package io.playcaller.ingest.tail;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.FactOrigin;
import io.playcaller.ingest.tail.TailLine.Accepted;
import io.playcaller.ingest.tail.TailLine.Dropped;
import io.playcaller.ingest.tail.TailLine.Listening;
import io.playcaller.ingest.tail.TailLine.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TailListenerTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:15:00Z");

    private final List<TailLine> heard = new ArrayList<>();

    @Test
    void theFirstLineSaysThatItListens() {
        TailListener listener = listener(new TailFilter(null, false), 10);

        listener.catchUp();
        listener.catchUp();
        listener.tell(accepted("web", "m-1"));

        assertThat(heard).containsExactly(new Listening(), accepted("web", "m-1"));
    }

    @Test
    void onlyWhatIsWantedIsTold() {
        TailListener listener = listener(new TailFilter("web", true), 10);

        listener.tell(accepted("web", "m-1"));
        listener.tell(refused("crm", "l-1"));
        listener.tell(refused(null, "l-2"));
        listener.tell(refused("web", "l-3"));

        assertThat(heard).containsExactly(new Listening(), refused("web", "l-3"));
    }

    @Test
    void whatIsLeftOutIsSaidWhereItIsMissing() {
        TailListener listener = listener(new TailFilter(null, false), 3);
        for (int i = 1; i <= 6; i++) {
            listener.tell(accepted("web", "m-" + i));
        }
        assertThat(heard).containsExactly(new Listening(), accepted("web", "m-1"), accepted("web", "m-2"));

        heard.clear();
        listener.taken();
        listener.taken();
        listener.tell(accepted("web", "m-7"));

        assertThat(heard).containsExactly(new Dropped(4), accepted("web", "m-7"));
    }

    @Test
    void whatIsLeftOutIsSaidAlsoWhenNothingComesAnyMore() {
        TailListener listener = listener(new TailFilter(null, false), 2);
        listener.tell(accepted("web", "m-1"));
        listener.tell(accepted("web", "m-2"));
        listener.catchUp();
        assertThat(heard).hasSize(2);

        listener.taken();
        listener.catchUp();

        assertThat(heard).last().isEqualTo(new Dropped(1));
    }

    private TailListener listener(TailFilter filter, int room) {
        return new TailListener(filter, room, heard::add);
    }

    private static TailLine accepted(String source, String id) {
        return new Accepted(
                new Envelope(id, source, NOW, "acme", FactOrigin.LIVE, NOW, 0),
                "io.playcaller.usage.recorded.v1",
                "{}");
    }

    private static TailLine refused(@Nullable String source, String letterId) {
        return new Refused(NOW, source, letterId, "field.missing", "/event", "a text");
    }
}
