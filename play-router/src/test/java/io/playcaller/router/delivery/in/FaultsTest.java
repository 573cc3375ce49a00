package io.playcaller.router.delivery.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.router.delivery.out.PgDeliveryQueries.Line;
import io.playcaller.router.delivery.out.PgDeliveryQueries.Toll;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private static final String WORDS = "answered with 400: assignee: ana@example.com cannot be assigned";

    private final Faults mender = new Faults(true);
    private final Faults other = new Faults(false);

    @Test
    void whoMendsItReadsTheWordsOfTheTool() {
        assertThat(mender.of(line(WORDS, 400)).because()).isEqualTo(WORDS);
        assertThat(mender.of(new Toll(0, 1, 0, WORDS, 400))).isEqualTo(WORDS);
        assertThat(mender.of(WORDS)).isEqualTo(WORDS);
    }

    @Test
    void othersReadWhatKindOfFaultItWas() {
        assertThat(other.of(line(WORDS, 400)).because()).isEqualTo("answered with 400");
        assertThat(other.of(line("connection refused: 10.0.0.7", null)).because())
                .isEqualTo("no answer");
        assertThat(other.of(new Toll(0, 1, 0, WORDS, 400))).isEqualTo("answered with 400");
        assertThat(other.of(WORDS)).isEqualTo("stopped");
    }

    @Test
    void whyWeSentNothingEverybodyReads() {
        String ours = "the task was withdrawn before anything of it was told there";

        assertThat(other.of(line("dropped", ours, null)).because()).isEqualTo(ours);
    }

    @Test
    void whereThereIsNoFaultNoneIsSaid() {
        assertThat(other.of(line(null, 200)).because()).isNull();
        assertThat(other.of(Toll.NONE)).isNull();
    }

    private static Line line(@Nullable String because, @Nullable Integer status) {
        return line("failed", because, status);
    }

    private static Line line(String state, @Nullable String because, @Nullable Integer status) {
        return new Line(
                new UUID(1, 1),
                null,
                "jira",
                "created",
                state,
                because,
                1,
                status,
                Instant.EPOCH,
                null,
                null,
                null,
                null);
    }
}
