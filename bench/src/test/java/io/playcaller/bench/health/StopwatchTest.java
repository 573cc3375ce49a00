package io.playcaller.bench.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** With a contender that is this process and folds a hundred records each time it is asked. */
@EnabledOnOs(OS.LINUX)
class StopwatchTest {

    private static final long SELF = ProcessHandle.current().pid();

    private final List<String> progress = new ArrayList<>();
    private final Stopwatch watch = new Stopwatch(SELF, 0, progress::add);

    private final List<String> heard = new ArrayList<>();
    private final Folding folding = new Folding();
    private final Counting counting = new Counting() {
        @Override
        public void begins() {
            heard.add("begins at " + folding.folded);
        }

        @Override
        public void ends() {
            heard.add("ends at " + folding.folded);
        }
    };

    private static class Folding implements Contender {
        private long folded;
        private int unsaid = 2;

        @Override
        public String name() {
            return "folding";
        }

        @Override
        public long pid() {
            return SELF;
        }

        @Override
        public void requireAlive() throws IOException {}

        @Override
        public long folded() {
            folded += 100;
            return folded;
        }

        @Override
        public boolean allSaid() {
            return unsaid-- <= 0;
        }

        @Override
        public void close() {}
    }

    @Test
    void whatCountsBeginsAfterTheWarmUpAndEndsWhenAllIsSaid() throws Exception {
        FoldFigures figures = watch.watch(folding, counting, 300, 500);

        // It begins at 100. From 300 on it counts; 400 and 500 are folded, and at 700 the last is said.
        assertThat(figures.warmUp().events()).isEqualTo(200);
        assertThat(figures.counted().events()).isEqualTo(400);
        assertThat(figures.counted().seconds()).isPositive();
        assertThat(figures.counted().postgresSeconds()).isZero();
        assertThat(heard).containsExactly("begins at 300", "ends at 700");
        assertThat(progress).containsExactly("folding: measured from here, 300 of 500 folded");
    }

    @Test
    void whatThisProcessNeededBeforeIsOfItsWarmUp() throws Exception {
        FoldFigures figures = watch.watch(folding, new Counting() {}, 300, 500);

        assertThat(figures.warmUp().processSeconds()).isPositive();
        assertThat(figures.peakBytes()).isPositive();
    }

    @Test
    void whoEndsEndsTheMeasurement() {
        Folding dead = new Folding() {
            @Override
            public void requireAlive() throws IOException {
                throw new IOException("folding ended with 3");
            }
        };

        assertThatThrownBy(() -> watch.watch(dead, new Counting() {}, 300, 500)).hasMessage("folding ended with 3");
    }
}
