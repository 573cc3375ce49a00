package io.playcaller.router.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.router.delivery.Replay.Answer;
import io.playcaller.router.delivery.Replay.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Replay.One ONE = new Replay.One(UUID.fromString("00000000-0000-4000-8000-000000000001"));

    @Test
    void itReachesBackThirtyDaysAndNotIntoTheFuture() {
        assertThat(since(Duration.ofDays(30)).answered(NOW, false, Optional.empty()))
                .isEmpty();
        assertThat(since(Duration.ofDays(30).plusMillis(1)).answered(NOW, false, Optional.empty()))
                .contains(new Answer.OutOfReach(NOW));
        assertThat(since(Duration.ofMillis(-1)).answered(NOW, false, Optional.empty()))
                .contains(new Answer.OutOfReach(NOW));
    }

    @Test
    void aToolThatSaidStopIsEnabledFirst() {
        assertThat(since(Duration.ofHours(1)).answered(NOW, true, Optional.empty()))
                .contains(new Answer.Stopped());
        assertThat(ONE.answered(NOW, true, found("disabled"))).contains(new Answer.Stopped());
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "disabled"})
    void aMessageThatWasGivenUpIsLookedAt(String state) {
        assertThat(ONE.answered(NOW, false, found(state))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "undecided"})
    void wishedForAgainAMessageThatWaitsStaysAsItIs(String state) {
        assertThat(ONE.answered(NOW, false, found(state))).contains(new Answer.Begun(0, 0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sent", "dropped", "digest", "digested", "not-configured"})
    void whatWasNotGivenUpIsNotSentAgain(String state) {
        assertThat(ONE.answered(NOW, false, found(state))).contains(new Answer.NotGivenUp(state));
    }

    @Test
    void aDigestIsNotSentAgainBecauseTheNextOneHasWhatIsOpen() {
        assertThat(ONE.answered(NOW, false, Optional.of(new Found("failed", true))))
                .contains(new Answer.OfItsDay());
    }

    @Test
    void aMessageThatTheToolDoesNotHaveIsUnknown() {
        assertThat(ONE.answered(NOW, false, Optional.empty())).contains(new Answer.Unknown());
    }

    private static Optional<Found> found(String state) {
        return Optional.of(new Found(state, false));
    }

    private static Replay since(Duration ago) {
        return new Replay.Since(NOW.minus(ago));
    }
}
