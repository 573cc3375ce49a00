package io.playcaller.ingest.held;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.contracts.deadletter.Place;
import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.ingest.held.Admission.Answer;
import io.playcaller.ingest.held.Admission.Known;
import io.playcaller.ingest.held.Admission.Standing;
import io.playcaller.ingest.person.ExternalId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final int EVENT_BYTES = 100;
    private static final HoldingPolicy POLICY =
            new HoldingPolicy(Duration.ofHours(24), new Amount(3, 1_000), new Amount(10, 2_000));
    private static final Answer ADMITTED = new Answer.Admitted();
    private static final Known NONE = new Known(Set.of(), Set.of());

    @Test
    void eventsWaitWhileTheirSourceHasRoom() {
        List<Answer> answers = admit(standing(new Amount(1, 100), new Amount(1, 100)), "a", "b", "c", "d");

        assertThat(answers).startsWith(ADMITTED, ADMITTED).hasSize(4);
        assertThat(answers.subList(2, 4)).containsOnly(new Answer.NoRoom("at most 3 events of web may wait for that"));
    }

    @Test
    void allSourcesTogetherHaveABoundOfTheirOwn() {
        assertThat(admit(standing(Amount.NOTHING, new Amount(9, 900)), "a", "b"))
                .containsExactly(ADMITTED, new Answer.NoRoom("at most 10 events may wait for that"));
    }

    @Test
    void bytesAreBoundedToo() {
        assertThat(admit(standing(new Amount(1, 899), new Amount(1, 899)), "a", "b"))
                .as("the last one may exceed the bound")
                .containsExactly(ADMITTED, ADMITTED);
        assertThat(admit(standing(new Amount(1, 900), new Amount(1, 900)), "a", "b"))
                .containsExactly(ADMITTED, new Answer.NoRoom("at most 1000 bytes of web may wait for that"));
        assertThat(admit(standing(Amount.NOTHING, new Amount(4, 2_000)), "a"))
                .containsExactly(new Answer.NoRoom("at most 2000 bytes may wait for that"));
    }

    @Test
    void whatNoMessageCouldCarryNeverWaitsAndTakesNobodysRoom() {
        assertThat(new Admission(POLICY, "web", standing(Amount.NOTHING, Amount.NOTHING))
                        .of(List.of(event("a", HoldingPolicy.LARGEST + 1), event("b", EVENT_BYTES))))
                .containsExactly(
                        new Answer.TooLarge("at most 850000 bytes of one event may wait for that, it has 850001"),
                        ADMITTED);
    }

    @Test
    void whatWaitsAlreadyTakesNoRoomAndNeedsNone() {
        Known known = new Known(Set.of("a"), Set.of());
        Amount full = new Amount(3, 300);
        Amount almost = new Amount(2, 200);

        assertThat(admit(new Standing(full, full, known, Set.of()), "a")).containsExactly(new Answer.WaitsAlready());
        assertThat(admit(new Standing(almost, almost, known, Set.of()), "a", "b"))
                .containsExactly(new Answer.WaitsAlready(), ADMITTED);
        assertThat(known.whileFull("a", "why")).isEqualTo(new Answer.WaitsAlready());
        assertThat(known.whileFull("b", "why")).isEqualTo(new Answer.NoRoom("why"));
    }

    @Test
    void whatIsBecomingALetterNeitherWaitsNorBeginsTo() {
        Known known = new Known(Set.of(), Set.of("a"));

        assertThat(admit(new Standing(Amount.NOTHING, Amount.NOTHING, known, Set.of()), "a"))
                .containsExactly(new Answer.Ending());
        assertThat(known.whileFull("a", "why")).isEqualTo(new Answer.Ending());
    }

    @Test
    void whoIsBeingForgottenIsNotKept() {
        assertThat(admit(new Standing(Amount.NOTHING, Amount.NOTHING, NONE, Set.of("hash-of-b")), "a", "b"))
                .containsExactly(ADMITTED, new Answer.Forgotten());
    }

    @Test
    void withoutRoomForOneNothingWaits() {
        Amount room = new Amount(10, 1_000);

        for (Amount none : List.of(new Amount(0, 1_000), new Amount(10, 0))) {
            HoldingPolicy off = new HoldingPolicy(Duration.ofHours(24), none, room);
            assertThat(new Admission(off, "web", standing(Amount.NOTHING, Amount.NOTHING))
                            .of(List.of(event("a", EVENT_BYTES))))
                    .singleElement()
                    .isInstanceOf(Answer.NoRoom.class);
        }
    }

    @Test
    void nothingWaitsLongerThanClaimsTellItsRetries() {
        assertThat(POLICY.until(NOW)).isEqualTo("2026-03-02T12:00:00Z");
        assertThatCode(() -> POLICY.requireWithin(Duration.ofHours(24))).doesNotThrowAnyException();
        assertThatThrownBy(() -> POLICY.requireWithin(Duration.ofHours(23)))
                .hasMessageContaining("playcaller.ingest.holding.held-for")
                .hasMessageContaining("playcaller.ingest.dedup.window (PT23H), is PT24H");
    }

    private static Standing standing(Amount ofSource, Amount inAll) {
        return new Standing(ofSource, inAll, NONE, Set.of());
    }

    private static List<Answer> admit(Standing standing, String... ids) {
        return new Admission(POLICY, "web", standing)
                .of(List.of(ids).stream().map(id -> event(id, EVENT_BYTES)).toList());
    }

    private static Waiting event(String id, int bytes) {
        return new Waiting(
                new ClaimKey("web", id),
                ExternalId.user(id),
                NOW,
                new Waiting.Letter(Place.HTTP, "{}", bytes),
                Set.of("hash-of-" + id));
    }
}
