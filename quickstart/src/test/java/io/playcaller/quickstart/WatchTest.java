package io.playcaller.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    @TempDir
    Path directory;

    private final List<Integer> pausedAfter = new ArrayList<>();

    private RunState stateAfterWatching(Mortal part) {
        Path file = directory.resolve("run.json");
        RunBoard board = new RunBoard(file, InstantSource.fixed(NOW));
        board.announce(List.of(Part.waiting("redis", "127.0.0.1:6379", NOW)));
        part.lastAct = () -> board.phase(Phase.STOPPING);
        new Watch(part, board, this::noPause).run();
        return RunState.read(file).orElseThrow();
    }

    private Duration noPause(int deaths) {
        pausedAfter.add(deaths);
        return Duration.ZERO;
    }

    @Test
    void whatDiesIsStartedAgainAndItsDeathIsKept() {
        Mortal part = new Mortal("was killed");

        RunState state = stateAfterWatching(part);

        assertThat(part.starts).isEqualTo(1);
        assertThat(state.parts()).singleElement().satisfies(redis -> {
            assertThat(redis.restarts()).isEqualTo(1);
            assertThat(redis.word()).isEqualTo("was killed");
        });
    }

    @Test
    void aStartThatFailsIsTriedAgainAfterAGrowingPause() {
        Mortal part = new Mortal("was killed");
        part.faults.add("no space left on device");
        part.faults.add("port 6379 is taken");

        RunState state = stateAfterWatching(part);

        assertThat(part.starts).isEqualTo(3);
        assertThat(pausedAfter).containsExactly(1, 2, 3);
        assertThat(state.parts().get(0).word()).isEqualTo("port 6379 is taken");
    }

    @Test
    void whatEndsBecauseTheQuickstartStopsStaysDown() {
        Mortal part = new Mortal();

        RunState state = stateAfterWatching(part);

        assertThat(part.starts).isZero();
        assertThat(state.parts().get(0).restarts()).isZero();
    }

    /** Dies as often as it was told how; then the quickstart stops, and it ends a last time. */
    private static final class Mortal implements Watched {

        private final Queue<String> deaths;
        private final Queue<String> faults = new ArrayDeque<>();
        private Runnable lastAct = () -> {};
        private int starts;

        Mortal(String... deaths) {
            this.deaths = new ArrayDeque<>(List.of(deaths));
        }

        @Override
        public String name() {
            return "redis";
        }

        @Override
        public End awaitEnd() {
            String death = deaths.poll();
            if (death == null) {
                lastAct.run();
                return new End(Duration.ofSeconds(1), "was stopped");
            }
            return new End(Duration.ofSeconds(1), death);
        }

        @Override
        public void startAgain() {
            starts++;
            String fault = faults.poll();
            if (fault != null) {
                throw new QuickstartException(fault);
            }
        }
    }
}
