package io.playcaller.ingest.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.ingest.refusal.Step;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockSkewTest {

    private static final Instant RECEIVED = Instant.parse("2026-03-01T12:00:00Z");
    private static final ClockSkew SKEW = new ClockSkew(Duration.ofHours(24));

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a right clock,              2026-03-01T11:58:00Z, 2026-03-01T12:00:00Z, 2026-03-01T11:58:00Z",
        "a clock one hour ahead,     2026-03-01T12:58:00Z, 2026-03-01T13:00:00Z, 2026-03-01T11:58:00Z",
        "a clock a year behind,      2025-03-01T11:58:00Z, 2025-03-01T12:00:00Z, 2026-03-01T11:58:00Z",
        "no time of sending,         2026-02-27T08:00:00Z,                     , 2026-02-27T08:00:00Z",
        "no time at all,                                 , 2026-03-01T13:00:00Z, 2026-03-01T12:00:00Z",
        "an hour ahead uncorrected,  2026-03-01T13:00:00Z,                     , 2026-03-01T12:00:00Z"
    })
    void aSendersClockIsPutRight(String sender, Instant happened, Instant sent, Instant expected) {
        assertThat(SKEW.happenedAt(new SentTimes(happened, sent), RECEIVED, "/timestamp"))
                .isEqualTo(Step.kept(expected));
    }

    @Test
    void aTimeThatCannotBeIsRefusedWithItsReason() {
        Instant nextWeek = RECEIVED.plus(Duration.ofDays(7));
        assertThat(SKEW.happenedAt(new SentTimes(nextWeek, null), RECEIVED, "/time"))
                .isInstanceOfSatisfying(Step.Refused.class, no -> {
                    assertThat(no.refusal().code()).isEqualTo("time.in-future");
                    assertThat(no.refusal().first().orElseThrow().field()).isEqualTo("/time");
                    assertThat(no.refusal().detail())
                            .contains(nextWeek.toString())
                            .contains("PT24H");
                });
        assertThat(SKEW.happenedAt(new SentTimes(Instant.EPOCH, null), RECEIVED, "ce-time"))
                .isInstanceOfSatisfying(Step.Refused.class, no -> {
                    assertThat(no.refusal().code()).isEqualTo("time.implausible");
                    assertThat(no.refusal().first().orElseThrow().field()).isEqualTo("ce-time");
                });
    }

    @Test
    void aJumpOfOurClockMovesTheSendersTimesAlong() {
        Duration jump = Duration.ofDays(3);
        SentTimes shifted = new SentTimes(RECEIVED, RECEIVED).shiftedBy(jump);

        assertThat(SKEW.happenedAt(shifted, RECEIVED.plus(jump), "/timestamp"))
                .isEqualTo(Step.kept(RECEIVED.plus(jump)));
    }
}
