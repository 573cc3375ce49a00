package io.playcaller.router.silence.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.router.silence.Trait;
import io.playcaller.router.silence.app.Silences.Wish;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SilenceBodyTest {

    private static final Set<String> PLAYS = Set.of("usage-drop");

    @Test
    void whatIsAskedForIsRead() {
        SilenceBody body = new SilenceBody(
                Map.of("account", List.of("a", "b")),
                Map.of("severity", List.of("high")),
                null,
                "2026-03-04T12:00:00+02:00",
                " Migration. ",
                null);

        Wish wish = body.checked(PLAYS, "lea");

        assertThat(wish.matchers().is()).isEqualTo(Map.of(Trait.ACCOUNT, Set.of("a", "b")));
        assertThat(wish.matchers().not()).isEqualTo(Map.of(Trait.SEVERITY, Set.of("high")));
        assertThat(wish.until()).isEqualTo(Instant.parse("2026-03-04T10:00:00Z"));
        assertThat(wish.because()).isEqualTo("Migration.");
        assertThat(wish.alsoCritical()).isFalse();
    }

    @Test
    void everyFieldAtFaultIsSaidAtOnce() {
        SilenceBody body = new SilenceBody(
                Map.of("colour", List.of("red")), Map.of("play", List.of("nap")), "soon", null, " ", true);

        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> body.checked(PLAYS, "lea"));

        assertThat(refused.problem().errors())
                .extracting(FieldFault::field)
                .containsExactly("/match/colour", "/not/play", "/from", "/until", "/because");
    }

    @Test
    void aSilenceOfEverythingIsRefused() {
        SilenceBody body = new SilenceBody(Map.of(), null, null, "2026-03-04T12:00:00Z", "Rest.", null);

        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> body.checked(PLAYS, "lea"));

        assertThat(refused.problem().field()).isEqualTo("/match");
    }
}
