package io.playcaller.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;

class KafkaExitTest {

    /** A broker halts its JVM, for one, when its disk is full. */
    @Test
    void aBrokerThatGivesUpIsHeardOfAndDoesNotEndThisJvm() {
        CompletableFuture<Integer> broker = new CompletableFuture<>();
        IntConsumer gaveUp = broker::complete;
        KafkaExit.tell(gaveUp);
        KafkaExit.intercept();

        assertThatThrownBy(() -> Exit.halt(1, "all log dirs have failed")).hasMessageContaining("all log dirs");

        assertThat(broker).isCompletedWithValue(1);
        KafkaExit.forget(gaveUp);
    }
}
