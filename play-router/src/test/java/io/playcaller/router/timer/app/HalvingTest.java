package io.playcaller.router.timer.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HalvingTest {

    private static final int LIMIT = 200;
    private static final PgException NEVER = new PgException("duplicate key", "ERROR", "23505", "");
    private static final PgException NOT_NOW = new PgException("deadlock detected", "ERROR", "40P01", "");

    private final List<Integer> waiting = new ArrayList<>();
    private final List<Integer> asked = new ArrayList<>();
    private final List<Integer> leftAlone = new ArrayList<>();
    private PgException failure = NEVER;
    private int atFault;

    @Test
    void whereFewWaitTheOneAtFaultSoonStandsAlone() {
        List<Integer> written = halve(3, 1);

        assertThat(written).isEmpty();
        assertThat(leftAlone).containsExactly(1);
        assertThat(asked).containsExactly(LIMIT, 1);
    }

    @Test
    void whatStandsBeforeTheOneAtFaultIsWritten() {
        List<Integer> written = halve(8, 6);

        assertThat(written).containsExactly(1, 2, 3, 4);
        assertThat(leftAlone).isEmpty();
        assertThat(asked).containsExactly(LIMIT, 4);
    }

    @Test
    void aFullSetIsHalvedToo() {
        List<Integer> written = halve(1_000, 60);

        assertThat(written).hasSize(50).doesNotContain(60);
        assertThat(asked).containsExactly(LIMIT, 100, 50);
    }

    /** With a higher limit it brings with it what it arms and is due, which may be what is at fault. */
    @Test
    void theOnlyOneIsTriedAloneBeforeItIsLeft() {
        halve(1, 1);

        assertThat(asked).containsExactly(LIMIT, 1);
        assertThat(leftAlone).containsExactly(1);
    }

    @Test
    void whatMaySucceedLaterIsNotHalved() {
        failure = NOT_NOW;

        assertThatThrownBy(() -> halve(3, 1)).isSameAs(NOT_NOW);
        assertThat(asked).containsExactly(LIMIT);
    }

    /** Of so many that wait, numbered from 1, one cannot be written; answers what was written in the end. */
    private List<Integer> halve(int waits, int bad) {
        IntStream.rangeClosed(1, waits).forEach(waiting::add);
        atFault = bad;
        return new Halving<>(this::attempt, this::leave).ofAtMost(LIMIT).await().indefinitely();
    }

    private Uni<List<Integer>> attempt(int atMost, IntConsumer taken) {
        return Uni.createFrom().item(() -> {
            asked.add(atMost);
            List<Integer> set = waiting.stream().limit(atMost).toList();
            taken.accept(set.size());
            if (set.contains(atFault)) {
                throw failure;
            }
            return set;
        });
    }

    private Uni<List<Integer>> leave(Throwable because) {
        leftAlone.add(waiting.get(0));
        return Uni.createFrom().item(List.of());
    }
}
