package io.playcaller.health.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DedupWindowTest {

    private static final Duration LENGTH = Duration.ofMinutes(15);
    private static final Instant T0 = Instant.parse("2026-03-02T09:00:00Z");

    private final DedupWindow window = new DedupWindow(LENGTH, 0);

    @Test
    void theSameSourceAndIdIsSeenOnce() {
        assertThat(seen(0, "web", "e1")).isTrue();
        assertThat(seen(1, "web", "e1")).isFalse();
    }

    @Test
    void theSameIdOfAnotherSourceIsAnotherFact() {
        assertThat(seen(0, "web", "e1")).isTrue();
        assertThat(seen(1, "crm", "e1")).isTrue();
    }

    @Test
    void sourceAndIdDoNotRunIntoEachOther() {
        assertThat(seen(0, "ab", "c")).isTrue();
        assertThat(seen(1, "a", "bc")).isTrue();
    }

    @Test
    void aFactIsKnownForFifteenMinutesOfLogTimeSinceItCameLast() {
        tick(0, T0);
        seen(1, "web", "once");
        seen(2, "web", "again");
        tick(3, T0.plusSeconds(10));
        tick(4, T0.plus(LENGTH));
        assertThat(seen(5, "web", "again")).isFalse();

        tick(6, T0.plus(LENGTH).plusSeconds(10));

        assertThat(seen(7, "web", "once")).isTrue();
        assertThat(seen(8, "web", "again")).isFalse();
        assertThat(window.startOffset()).isEqualTo(3);
    }

    @Test
    void aClockThatStandsStillForgetsNothing() {
        tick(0, T0);
        seen(1, "web", "e1");
        for (int offset = 2; offset < 1000; offset++) {
            tick(offset, T0);
        }
        assertThat(seen(1000, "web", "e1")).isFalse();
    }

    @Test
    void aWindowRebuiltFromItsStartOffsetAnswersLikeTheOneThatWasNeverAway() {
        for (int seed = 0; seed < 200; seed++) {
            rebuildsAlike(new Random(seed));
        }
    }

    private record Seen(long offset, String id, @Nullable Instant tick) {}

    private void rebuildsAlike(Random random) {
        List<Seen> log = log(random);
        int restart = random.nextInt(log.size());
        DedupWindow whole = new DedupWindow(LENGTH, 0);
        log.subList(0, restart).forEach(record -> offer(whole, record));
        DedupWindow rebuilt = new DedupWindow(LENGTH, whole.startOffset());
        log.subList((int) whole.startOffset(), restart).forEach(record -> offer(rebuilt, record));

        for (Seen record : log.subList(restart, log.size())) {
            assertThat(offer(rebuilt, record)).as("%s", record).isEqualTo(offer(whole, record));
            assertThat(rebuilt.startOffset()).isEqualTo(whole.startOffset());
        }
    }

    private static List<Seen> log(Random random) {
        List<Seen> log = new ArrayList<>();
        Instant now = T0;
        for (int offset = 0; offset < 300; offset++) {
            boolean tick = random.nextInt(5) == 0;
            now = tick ? now.plusSeconds(random.nextInt(300)) : now;
            String id = tick && random.nextInt(10) > 0 ? "tick" + offset : "e" + random.nextInt(60);
            log.add(new Seen(offset, id, tick ? now : null));
        }
        return log;
    }

    private static boolean offer(DedupWindow window, Seen seen) {
        return window.firstSeen(seen.offset(), "web", seen.id(), seen.tick());
    }

    private boolean seen(long offset, String source, String id) {
        return window.firstSeen(offset, source, id, null);
    }

    private void tick(long offset, Instant at) {
        window.firstSeen(offset, "ingest", "tick" + offset, at);
    }
}
