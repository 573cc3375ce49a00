package io.playcaller.chassis.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SharedQuestionTest {

    private final List<CompletableFuture<String>> asked = new ArrayList<>();
    private final SharedQuestion<String> question = new SharedQuestion<>(() -> {
        CompletableFuture<String> answer = new CompletableFuture<>();
        asked.add(answer);
        return Uni.createFrom().completionStage(answer);
    });

    @Test
    void whoeverAsksWhileItIsUnderWayGetsTheSameAnswer() {
        CompletableFuture<String> first = question.ask().subscribeAsCompletionStage();
        CompletableFuture<String> second = question.ask().subscribeAsCompletionStage();
        first.cancel(false);

        asked.get(0).complete("one");

        assertThat(asked).hasSize(1);
        assertThat(second.join()).isEqualTo("one");
    }

    @Test
    void onceItIsAnsweredOrFailedItIsAskedAnew() {
        CompletableFuture<String> first = question.ask().subscribeAsCompletionStage();
        asked.get(0).completeExceptionally(new IllegalStateException("away"));
        CompletableFuture<String> second = question.ask().subscribeAsCompletionStage();
        asked.get(1).complete("two");
        CompletableFuture<String> third = question.ask().subscribeAsCompletionStage();
        asked.get(2).complete("three");

        assertThat(first).isCompletedExceptionally();
        assertThat(second.join()).isEqualTo("two");
        assertThat(third.join()).isEqualTo("three");
    }

    @Test
    void anAnswerThatIsThereAtOnceIsNotKept() {
        List<String> answers = new ArrayList<>(List.of("one", "two"));
        SharedQuestion<String> atOnce =
                new SharedQuestion<>(() -> Uni.createFrom().item(answers.remove(0)));

        assertThat(atOnce.ask().await().indefinitely()).isEqualTo("one");
        assertThat(atOnce.ask().await().indefinitely()).isEqualTo("two");
    }
}
