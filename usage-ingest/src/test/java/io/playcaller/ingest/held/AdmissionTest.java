package io.playcaller.ingest.held;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.deadletter.Place;
import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.ingest.held.Admission.Answer;
import io.playcaller.ingest.held.Admission.Standing;
import io.playcaller.ingest.person.ExternalId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final HoldingPolicy POLICY = new HoldingPolicy(Duration.ofHours(24), 3, 10);
    private static final Answer ADMITTED = new Answer.Admitted();

    @Test
    void eventsWaitWhileTheirSourceHasRoom() {
        List<Answer> answers = admit(new Standing(1, 1, Set.of(), Set.of()), "a", "b", "c", "d");

        assertThat(answers).startsWith(ADMITTED, ADMITTED).hasSize(4);
        assertThat(answers.subList(2, 4)).containsOnly(new Answer.NoRoom("at most 3 events of web may wait for that"));
    }

    @Test
    void allSourcesTogetherHaveABoundOfTheirOwn() {
        assertThat(admit(new Standing(0, 9, Set.of(), Set.of()), "a", "b"))
                .containsExactly(ADMITTED, new Answer.NoRoom("at most 10 events may wait for that"));
    }

    @Test
    void whatWaitsAlreadyTakesNoRoomAndNeedsNone() {
        assertThat(admit(new Standing(3, 3, Set.of("a"), Set.of()), "a")).containsExactly(new Answer.WaitsAlready());
        assertThat(admit(new Standing(2, 2, Set.of("a"), Set.of()), "a", "b"))
                .containsExactly(new Answer.WaitsAlready(), ADMITTED);
    }

    @Test
    void whoIsBeingForgottenIsNotKept() {
        assertThat(admit(new Standing(0, 0, Set.of(), Set.of("hash-of-b")), "a", "b"))
                .containsExactly(ADMITTED, new Answer.Forgotten());
    }

    @Test
    void withoutRoomForOneNothingWaits() {
        HoldingPolicy off = new HoldingPolicy(Duration.ofHours(24), 0, 10);

        assertThat(new Admission(off, "web", new Standing(0, 0, Set.of(), Set.of())).of(List.of(event("a"))))
                .singleElement()
                .isInstanceOf(Answer.NoRoom.class);
    }

    @Test
    void nothingWaitsLongerThanClaimsTellItsRetries() {
        assertThat(POLICY.until(NOW)).isEqualTo("2026-03-02T12:00:00Z");
        assertThatCode(() -> POLICY.requireWithin(Duration.ofHours(24))).doesNotThrowAnyException();
        assertThatThrownBy(() -> POLICY.requireWithin(Duration.ofHours(23)))
                .hasMessageContaining("playcaller.ingest.holding.held-for")
                .hasMessageContaining("playcaller.ingest.dedup.window (PT23H), is PT24H");
    }

    private static List<Answer> admit(Standing standing, String... ids) {
        return new Admission(POLICY, "web", standing)
                .of(List.of(ids).stream().map(AdmissionTest::event).toList());
    }

    private static Waiting event(String id) {
        DeadLetter letter = new DeadLetter(
                "l-" + id,
                Place.HTTP,
                "web",
                "account.unknown",
                "why",
                null,
                null,
                null,
                NOW,
                "application/json",
                "{}",
                false,
                Map.of());
        return new Waiting(new ClaimKey("web", id), ExternalId.user(id), NOW, letter, Set.of("hash-of-" + id));
    }
}
