package io.playcaller.forecast.process.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.engine.process.JudgeRole;
import io.playcaller.forecast.engine.process.JudgementRule;
import io.playcaller.forecast.process.JudgementWish;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JudgementBodyTest {

    private static final JudgementRule RULE = new JudgementRule(30, 90);

    @Test
    void whatIsNotSaidIsAsTheProcessSaysAndALeadIsAManager() {
        JudgementWish wish = new JudgementBody(null, "at-risk", null, null, " they pause ", null)
                .checked(Set.of(JudgeRole.CSM, JudgeRole.MANAGER), RULE, "lea");

        assertThat(wish)
                .isEqualTo(new JudgementWish(JudgeRole.MANAGER, Category.AT_RISK, null, null, "lea", "they pause", 30));
    }

    @Test
    void itEndsWithADay() {
        JudgementWish wish = new JudgementBody(
                        "csm", null, new BigDecimal("900000.0"), BigDecimal.TEN, "why", BigDecimal.ONE)
                .checked(Set.of(JudgeRole.CSM), RULE, "ana");

        assertThat(wish.at(UUID.randomUUID(), "c1", LocalDate.of(2026, 7, 1), Instant.parse("2026-03-01T22:10:00Z")))
                .satisfies(said -> {
                    assertThat(said.expiresAt()).isEqualTo("2026-03-02T00:00:00Z");
                    assertThat(said.renews()).isEqualTo(900_000);
                    assertThat(said.amountMinor()).isEqualTo(10);
                });
    }

    @Test
    void everyFieldAtFaultIsNamedAtOnce() {
        JudgementBody body = new JudgementBody(
                "manager", "hopeful", new BigDecimal("0.9"), new BigDecimal(-1), " ", new BigDecimal(91));

        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> body.checked(Set.of(JudgeRole.CSM), RULE, "ana"));

        List<FieldFault> faults = refused.problem().errors();
        assertThat(faults)
                .extracting(FieldFault::field)
                .containsExactly("/as", "/category", "/renews", "/amountMinor", "/because", "/days");
    }

    @Test
    void whoSaysNothingIsRefused() {
        ProblemException refused = catchThrowableOfType(
                ProblemException.class,
                () -> new JudgementBody(null, null, null, null, "why", null)
                        .checked(Set.of(JudgeRole.CSM), RULE, "ana"));

        assertThat(refused.problem().field()).isEqualTo("/category");
    }
}
