package io.playcaller.forecast.meeting.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.forecast.engine.meeting.MeetingKind;
import java.time.LocalDate;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DecisionBodyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    @Test
    void whatNoTableHoldsIsRefusedWithTheField() {
        DecisionBody odd = new DecisionBody("call\0them", "a".repeat(257), LocalDate.of(10_000, 1, 1), "a".repeat(257));

        assertThat(Objects.requireNonNull(
                        refusal(() -> odd.checked(MeetingKind.WEEKLY, DAY)).errors()))
                .extracting(FieldFault::field)
                .containsExactly("/what", "/owner", "/dueOn", "/accountId");
        assertThat(refusal(() -> new DecisionBody("call", "ada", DAY, "\0").checked(MeetingKind.WEEKLY, DAY))
                        .field())
                .isEqualTo("/accountId");
        assertThat(refusal(() -> new DoneBody("met\0").checked()).field()).isEqualTo("/outcome");
    }

    @Test
    void aDecisionMayBeAboutNoAccount() {
        assertThat(new DecisionBody("call", "ada", DAY, null)
                        .checked(MeetingKind.WEEKLY, DAY)
                        .accountId())
                .isEmpty();
    }

    private static Problem refusal(ThrowingCallable asked) {
        return catchThrowableOfType(ProblemException.class, asked).problem();
    }
}
