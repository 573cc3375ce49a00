package io.playcaller.router.delivery.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InSetsTest {

    private final List<List<Integer>> sets = new ArrayList<>();
    private final List<CompletableFuture<Void>> ends = new ArrayList<>();
    private final InSets<Integer> inSets = new InSets<>(this::begin);

    @Test
    void whatComesAloneIsWorkedOnAtOnce() {
        CompletableFuture<Void> done = take(1);

        assertThat(sets).containsExactly(List.of(1));
        assertThat(done).isNotDone();
        ends.get(0).complete(null);
        assertThat(done).isCompleted();
    }

    @Test
    void whatComesWhileASetIsWorkedOnIsTheNextOne() {
        // Given
        take(1);
        List<CompletableFuture<Void>> waiting =
                IntStream.rangeClosed(2, 5).mapToObj(this::take).toList();
        assertThat(sets).hasSize(1);

        // When
        ends.get(0).complete(null);

        // Then
        assertThat(sets).containsExactly(List.of(1), List.of(2, 3, 4, 5));
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        ends.get(1).complete(null);
        assertThat(waiting).allMatch(CompletableFuture::isDone);
    }

    @Test
    void aSetThatFailsHarmsNoOther() {
        // Given
        CompletableFuture<Void> first = take(1);
        CompletableFuture<Void> second = take(2);

        // When
        ends.get(0).completeExceptionally(new IllegalStateException("as if the database refused it"));
        ends.get(1).complete(null);

        // Then
        assertThat(first).isCompletedExceptionally();
        assertThat(second).isCompleted();
    }

    private CompletableFuture<Void> take(int number) {
        return inSets.take(number).subscribeAsCompletionStage();
    }

    private Uni<Void> begin(List<Integer> set) {
        sets.add(set);
        CompletableFuture<Void> end = new CompletableFuture<>();
        ends.add(end);
        return Uni.createFrom().completionStage(end);
    }
}
