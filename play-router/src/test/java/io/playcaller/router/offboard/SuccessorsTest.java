package io.playcaller.router.offboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.router.TestRules;
import io.playcaller.router.handover.AccountHandOver;
import io.playcaller.router.handover.HandOverNotes;
import io.playcaller.router.handover.HandOverState;
import io.playcaller.router.staff.Workload;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ben leaves; ana shares his pool, eve is away, lea is above them. */
class SuccessorsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final Successors successors = new Successors(TestRules.read(), "ben", NOW);

    @Test
    void anAccountThatWasToComeToThemGoesToSomebodyElseInTheRole() {
        assertThat(successors.of(handOver("eve"), Workload.EMPTY)).contains("ana");
    }

    @Test
    void whoHandsAnAccountOverDoesNotGetItBack() {
        assertThat(successors.of(handOver("ana"), Workload.EMPTY)).isEmpty();
    }

    @Test
    void whoIsAboveThemAnswersForWhatTheySaid() {
        assertThat(successors.above()).contains("lea");
        assertThat(new Successors(TestRules.read(), "vera", NOW).above()).isEmpty();
    }

    @Test
    void nobodyHadThemAsTheirDeputy() {
        assertThat(successors.deputies()).isEmpty();
    }

    private static AccountHandOver handOver(@Nullable String former) {
        return new AccountHandOver(
                new UUID(0, 1),
                "acme",
                "csm",
                former,
                "ben",
                new HandOverNotes("A.", "B.", "C.", "D.", "E."),
                NOW,
                "ana",
                NOW,
                NOW,
                HandOverState.PROPOSED,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
