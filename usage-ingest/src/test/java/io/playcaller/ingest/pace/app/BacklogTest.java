package io.playcaller.ingest.pace.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private final Backlog<String, Integer> backlog = new Backlog<>(Integer::sum);
    private final List<Map<String, Integer>> written = new ArrayList<>();

    @Test
    void whatIsNotedIsWrittenOnceAndTogether() {
        backlog.note("web", 1);
        backlog.note("web", 2);
        backlog.note("desk", 5);

        write();
        write();

        assertThat(written).containsExactly(Map.of("web", 3, "desk", 5));
    }

    @Test
    void whatCannotBeWrittenIsKeptWithWhatCameSince() {
        backlog.note("web", 1);
        Uni<Void> away = backlog.write(batch -> {
            backlog.note("web", 10);
            return Uni.createFrom().failure(new IllegalStateException("the database is away"));
        });
        assertThat(away.onFailure().recoverWithNull().await().indefinitely()).isNull();

        write();

        assertThat(written).containsExactly(Map.of("web", 11));
    }

    @Test
    void whatIsNotedAlreadyHasRoom() {
        backlog.note("web", 1);

        assertThat(backlog.hasRoom("web", 1)).isTrue();
        assertThat(backlog.hasRoom("desk", 1)).isFalse();
        assertThat(backlog.hasRoom("desk", 2)).isTrue();
    }

    private void write() {
        backlog.write(batch -> {
                    written.add(batch);
                    return Uni.createFrom().voidItem();
                })
                .await()
                .indefinitely();
    }
}
