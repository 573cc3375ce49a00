package io.playcaller.health.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BoundariesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Boundaries boundaries = new Boundaries();

    @Test
    void theEarliestIsDueFirstAndTheBoundaryItselfIsDue() {
        boundaries.set("late", NOON);
        boundaries.set("early", NOON.minusSeconds(60));
        boundaries.set("tomorrow", NOON.plusSeconds(1));

        assertThat(boundaries.due(NOON)).containsExactly("early", "late");
    }

    @Test
    void anAccountHasOneBoundaryAndTheNewestCounts() {
        boundaries.set("acme", NOON.minusSeconds(60));
        boundaries.set("acme", NOON.plusSeconds(60));

        assertThat(boundaries.due(NOON)).isEmpty();
    }

    @Test
    void anAccountWithoutABoundaryIsNeverDue() {
        boundaries.set("acme", NOON);
        boundaries.set("acme", null);

        assertThat(boundaries.due(NOON.plusSeconds(3600))).isEmpty();
    }

    @Test
    void theSameBoundaryAgainIsStillOne() {
        boundaries.set("acme", NOON);
        boundaries.set("acme", NOON);

        assertThat(boundaries.due(NOON)).containsExactly("acme");

        boundaries.set("acme", null);

        assertThat(boundaries.due(NOON)).isEmpty();
    }
}
