package io.playcaller.router.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final List<Integer> written = new ArrayList<>();
    private final List<Integer> refused = new ArrayList<>();
    private int transactions;

    @Test
    void oneRecordThatIsRefusedCostsFewTransactionsAndHarmsNoOther() {
        // When
        take(500, Set.of(317));

        // Then
        assertThat(refused).containsExactly(317);
        assertThat(written)
                .as("in order")
                .isEqualTo(IntStream.range(0, 500).boxed().filter(i -> i != 317).toList());
        assertThat(transactions).isLessThanOrEqualTo(19);
    }

    @Test
    void whereAllAreRefusedEachIsALetter() {
        take(5, Set.of(0, 1, 2, 3, 4));

        assertThat(refused).containsExactly(0, 1, 2, 3, 4);
        assertThat(written).isEmpty();
    }

    private void take(int records, Set<Integer> bad) {
        Batches.take("writing", IntStream.range(0, records).boxed().toList(), items -> write(items, bad), refusal -> {
                    refused.add(refusal.item());
                    return Uni.createFrom().voidItem();
                })
                .await()
                .atMost(SOON);
    }

    /** All of them, or none. */
    private Uni<Void> write(List<Integer> items, Set<Integer> bad) {
        transactions++;
        if (items.stream().anyMatch(bad::contains)) {
            return Uni.createFrom().failure(new PgException("invalid byte sequence", "ERROR", "22021", null));
        }
        written.addAll(items);
        return Uni.createFrom().voidItem();
    }
}
